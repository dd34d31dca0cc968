"""The vocabulary of hiring in the languages of the tables, as patterns; facts, not proofs."""

from __future__ import annotations

import re
from collections.abc import Iterable


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile(_joined(parts), re.IGNORECASE)


def _folded(*parts: str) -> re.Pattern[str]:
    """Compile for text in lower case, which is found in half the time."""
    return re.compile(_joined(parts))


def _joined(parts: Iterable[str]) -> str:
    """Join alternatives; those that begin at a word share one boundary, a third of the time.

    German words are found in the spelling of old keyboards too: `Vorstellungsgespraech`.
    """
    spelt = [_UMLAUT.sub(lambda found: _SPELT[found[0]], part) for part in parts]
    at_word = [p.removeprefix(r"\b") for p in spelt if p.startswith(r"\b")]
    others = [p for p in spelt if not p.startswith(r"\b")]
    return "|".join([rf"\b(?:{'|'.join(at_word)})", *others] if at_word else others)


_SPELT = {"ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)"}
_UMLAUT = re.compile(r"(?<!\[)[äöüß](?![^\[\]]*\])")


HIRING = _any(
    r"\binterview", r"\bapplication\b", r"\bapplying\b", r"\bapplied\b", r"\brecruit", r"\bhiring\b",
    r"\bcandida", r"\bresume\b", r"\brésumé\b", r"\bC\.?V\.?\b", r"\bjob\b", r"\brole\b", r"\bposition\b",
    r"\boffer letter\b", r"\bformal offer\b", r"\bvacancy\b", r"\bonsite\b", r"\btake[- ]home\b",
    r"\bcase study\b", r"\bnotice period\b", r"\bsalary\b", r"\bcompensation\b", r"\bpanel\b", r"\bsubmit (?:me|you)\b",
    r"\bbewerb", r"\bvorstellungsgespräch", r"\bgespräch\b", r"\bstelle(?:nangebot|nausschreibung)?\b", r"\bunterlagen\b",
    r"\bkennziffer\b", r"\blebenslauf\b", r"\bkennenlernen\b", r"\bzweitgespräch", r"\bvertragsangebot",
    r"\bcandidature", r"\bentretien", r"\bposte\b", r"\brecrutement", r"\bentrevista", r"\bcandidatura",
    r"\bvacante\b", r"\bpuesto\b", r"\bselección\b", r"\bproceso\b", r"\bvaga\b", r"\bprocesso seletivo", r"\bseleção\b",
    r"\bcolloquio", r"\bselezion", r"\bposizione\b", r"\bsollicit", r"\bgesprek\b", r"\bvacature", r"\bkennismak",
    r"面接", r"選考", r"応募", r"採用", r"面談", r"内定", r"求人", r"ポジション", r"カジュアル", r"面试", r"应聘", r"职位", r"招聘", r"简历",
    r"\bmülakat", r"\bbaşvuru", r"\brekrytering", r"\bintervju", r"\brozmow\w* kwalifikacyjn", r"\brekrutac",
    r"\bput(?:ting)? you forward\b", r"\brepresent(?:ing)? you\b", r"\bjob (?:description|spec)", r"\bshortlist", r"\bopening\b", r"\bvacanc", r"\binternship\b", r"\bpostdoc", r"\blectureship\b", r"\bfellowship\b", r"\bsearch committee\b", r"\bselection (?:committee|panel|process)\b", r"\bhiring manager\b", r"\btrial (?:day|shift)\b", r"\breferences?\b",
    r"\bvorstellung", r"\bprobearbeit", r"\bauswahl(?:verfahren|gespräch|kommission)", r"\bjobinterview", r"\beinstell", r"\bstellenausschreibung", r"\bembauche", r"\brecrut", r"\boffre d'emploi", r"\boferta de (?:trabajo|empleo)", r"\bempleo\b", r"\bcontratación\b", r"\bemprego\b", r"\bcontratação\b", r"\bassunzion", r"\bassumere\b", r"\bfunctie\b", r"\bvaste dienst\b", r"\bsollicitant",
    r"ご経歴", r"職務経歴", r"書類選考", r"内々定", r"入社", r"岗位", r"录用", r"\btjänst(?:en)?\b", r"\bansökan\b", r"\bansökning", r"\bstanowisk", r"\baplikacj", r"\bpozisyon", r"\bşirketimiz",
)  # fmt: skip
HIRING_FOLDED = re.compile(HIRING.pattern.lower())
"""The same for text in lower case, at half the time."""
INTERVIEW = _any(
    r"\binterviews?\b", r"\b(?:first|second|third|next) (?:round|conversation|call|meeting)\b", r"\btechnical (?:conversation|screen|round|part|test|interview)\b",
    r"\bpanel\b", r"\bonsite\b", r"\bsystem design\b", r"\btake[- ]home\b", r"\bcase study\b", r"\bmeet (?:the|our) team\b", r"\bpresentation\b",
    r"\bdeep dive\b", r"\b(?:wants?|(?:would|\'d) (?:like|love)) (?:you back in )?to meet you\b", r"\bsecond meet(?:ing)?\b", r"\bshortlisted\b", r"\bspend an afternoon\b", r"\bhour (?:with|to go through)\b",
    r"\bgespräch\b", r"\bzweitgespräch", r"\bvorstellungsgespräch", r"\bcoding[- ]aufgabe\b", r"\bprobearbeit", r"\bkennenlern",
    r"\bentretien", r"\bétude de cas", r"\bentrevista", r"\bcaso práctico\b", r"\bprueba técnica\b", r"\bdesafio\b", r"\bteste técnico\b",
    r"\bcolloquio", r"\bgesprek\b", r"\bopdracht\b", r"\brondlopen\b", r"面接", r"面談", r"技術(?:テスト|課題)", r"面试", r"笔试", r"\bmülakat", r"\bintervju",
    r"\bcoding (?:challenge|exercise|round|session|test)\b", r"\b(?:home|technical|practical|written) (?:assignment|assessment|exercise|task|test|challenge)\b", r"\bwhiteboard", r"\bpair(?:ing| programming) session\b", r"\bassessment (?:centre|center|day)\b", r"\b(?:stage|round) (?:one|two|three|1|2|3|4)\b", r"\btrial (?:day|shift|lesson)\b", r"\bcampus visit\b", r"\bjob talk\b", r"\bmeet(?:ing)? (?:with )?the (?:wider |whole |rest of the )?(?:team|panel|committee|group)\b", r"\b(?:come|coming) (?:in|by|over|up|down) (?:and|to) meet\b", r"\bsite visit\b", r"\bteam (?:lunch|day)\b",
    r"\bbewerbungsgespräch", r"\bvorstellung\b", r"\bjobinterview", r"\bfachgespräch", r"\bkennenlerngespräch", r"\bauswahlgespräch", r"\bprobetag", r"\b(?:probe)?arbeitstag", r"\bschnuppertag", r"\bhospitation", r"\barbeitsprobe", r"\b(?:test|programmier|haus)aufgabe\b", r"\bassessment[- ]center\b", r"\bteamrunde\b",
    r"\bdeuxième (?:tour|échange|rencontre)\b", r"\btest technique\b", r"\bmise en situation\b", r"\bjury\b", r"\brencontrer (?:l'équipe|toute l'équipe|nos équipes)\b", r"\bsegunda (?:ronda|entrevista|fase|reunión|conversa)\b", r"\bprueba (?:práctica|teórica)\b", r"\bconocer al equipo\b", r"\bconhecer (?:a equipa|a equipe|o time)\b", r"\bcase\b(?= (?:técnico|prático))", r"\bprova (?:tecnica|pratica|técnica|prática)\b", r"\bsecondo (?:colloquio|incontro|step)\b", r"\bconoscere il team\b", r"\btweede (?:ronde|gesprek)\b", r"\bmeeloopdag\b", r"\bmeelopen\b", r"\bassessment\b",
    r"一次面接", r"二次面接", r"技術面", r"HR面", r"复试", r"初试", r"\brozmow", r"\bhaastattelu", r"\bsamtale\b",
)  # fmt: skip
SCREEN = _any(
    r"\bscreening (?:chat|call|conversation|interview)\b", r"\b(?:kurz|mal) telefonieren\b",
    r"\bfirst chat\b", r"\bquick (?:call|chat)\b", r"\bintro(?:ductory)? (?:call|chat)\b", r"\bphone screen\b", r"\bscreening call\b",
    r"\b(?:20|30|15) min(?:utes)?\b", r"\bbrief (?:phone )?(?:call|chat)\b", r"\bdiscovery call\b", r"\bcome across your profile\b",
    r"\btelefonieren\b", r"\blockere[rn]? austausch\b", r"\berstes telefonat\b", r"\bpremier échange\b", r"\béchange téléphonique\b", r"\bse téléphoner\b",
    r"\bprimera llamada\b", r"\bllamada breve\b", r"\bbate-papo\b", r"\bprimeira conversa\b", r"\bcolloquio conoscitivo\b", r"\bbreve chiamata\b",
    r"\bkennismakingsgesprek\b", r"\bzullen we bellen\b", r"カジュアル面談", r"電話面談", r"电话沟通",
    r"\brecruit(?:ing|ment|er) (?:screen|call|chat)\b", r"\b(?:initial|informal|first|short|introductory|exploratory|getting[- ]to[- ]know) (?:chat|call|conversation|phone call)\b", r"\bphone interview\b", r"\bpre-?screen", r"\bcame across your (?:profile|cv|resume)\b", r"\bcoffee chat\b",
    r"\btelefoninterview", r"\berst(?:es|gespräch)\b", r"\bkurz(?:es)? (?:telefonat|telefongespräch|austauschen)\b", r"\bpremier (?:contact|appel|entretien téléphonique)\b", r"\bprimer contacto\b", r"\bprimera conversación\b", r"\bbreve conversa\b", r"\bprima chiacchierata\b", r"\bprimo (?:contatto|colloquio telefonico)\b", r"\bkorte? (?:kennismaking|belletje)\b", r"电话面",
)  # fmt: skip
FINAL = _any(
    r"\bschlussrunde\b", r"\bfinalgespräch\b",
    r"\bfinal (?:round|interview|stage|conversation|panel|step|day|meeting)s?\b", r"\blast (?:round|interview|step|stage|conversation)\b", r"\bfinal\s*(?:loop)\b",
    r"\bletzte runde\b", r"\bletztes gespräch\b", r"\bfinalrunde\b", r"\babschlussgespräch\b", r"\bentretien final\b", r"\bdernier (?:entretien|tour|échange)\b", r"\bdernière étape\b",
    r"\bentrevista final\b", r"\búltima (?:entrevista|ronda|etapa|fase|conversación)\b", r"\bronda final\b", r"\brodada final\b", r"\betapa final\b",
    r"\bultimo colloquio\b", r"\bcolloquio finale\b", r"\bultima tappa\b", r"\blaatste (?:gesprek|ronde)\b", r"\beindgesprek\b", r"\bfinale (?:gesprek|ronde)\b",
    r"最終面接", r"最終選考", r"终面", r"最后一轮", r"\bson mülakat\b", r"\bslutintervju\b",
    r"\bfinals?\b(?= (?:are|is) (?:on|in|at|next))", r"\bfinalists?\b", r"\blast (?:two|three|2|3) candidates\b", r"\bfinal (?:two|three|shortlist|hurdle|assessment|presentation|chat|visit)\b", r"\bfinal[- ]stage\b", r"\bthird and (?:last|final)\b",
    r"\bfinal(?:gespräch|es gespräch|e gesprächsrunde|e runde)\b", r"\bletzte[nrs]? (?:gesprächs?|gesprächsrunde|schritt|etappe|stufe|termin)\b", r"\bendrunde\b", r"\bderniers? (?:tour|étapes?|entretiens?)\b", r"\bphase finale\b", r"\bentretien de clôture\b", r"\bfinalistes?\b", r"\bfase final\b", r"\bfinalistas?\b", r"\búltimo (?:passo|paso|encontro)\b", r"\bcolloqui[oi] final[ei]\b", r"\bultimo (?:step|passo|incontro)\b", r"\bfase finale\b", r"\blaatste (?:stap|fase)\b", r"\bslotgesprek\b", r"役員面接", r"社長面接", r"\bsista intervju", r"\bostatni etap\b",
)  # fmt: skip
OFFER = _any(
    r"\b(?:offer|proposta|angebot|aanbod)\b[^.\n]{0,40}(?:r\$|[€£$]|\beur\b|\bchf\b|\busd\b)\s?\d", r"\b(?:saiu|chegou) a proposta\b", r"\bofferta (?:è|e') (?:arrivata|pronta)\b", r"\bthe offer (?:is|has come) (?:in|out|through)\b", r"\b(?:ya )?(?:tenemos|tengo|ha llegado) (?:la|tu|su) oferta\b", r"\bons (?:aanbod|voorstel) en de contract", r"\bcontractversie\b", r"\bvoici (?:notre|la) proposition\b", r"\bhier ist (?:unser|das) angebot\b",
    r"\b(?:we(?:'re| are)|i(?:'m| am)) offering you\b", r"\boferta en firme\b",
    r"\bletter of offer\b", r"\boffer of the (?:role|position|post|job)\b",
    r"\b(?:vous|te|t') ?(?:fait|font|faisons) une offre\b", r"\b(?:makes?|making|made) (?:you )?an offer\b", r"\b(?:te|le) hacen una oferta\b", r"\b(?:te|lhe) fazem uma proposta\b", r"\b(?:ti|le) fanno un'offerta\b", r"\b(?:macht|machen) (?:ihnen|dir) ein angebot\b", r"\bdoen (?:je|u) een aanbod\b",
    r"\b(?:extend|extending|make|making) (?:to )?you an offer\b", r"\bformal offer\b", r"\boffer letter\b", r"\boffer of employment\b", r"\bemployment (?:offer|contract)\b",
    r"\b(?:pleased|delighted|happy|thrilled|excited) to (?:extend|offer)\b", r"\bsigned off on the offer\b", r"\b(?:written|verbal) offer\b", r"\bour offer\b",
    r"\bvertragsangebot\b", r"\bjobangebot\b", r"\bangebot (?:zu )?(?:unterbreiten|machen)\b", r"\barbeitsvertrag\b", r"\bproposition d'embauche\b", r"\bpromesse d'embauche\b", r"\boffre d'embauche\b", r"\bproposition de contrat\b",
    r"\boferta (?:formal|económica|en firme|de trabajo|laboral)\b", r"\bcarta[- ]oferta\b", r"\bpropuesta (?:económica|formal)\b", r"\bcarta proposta\b", r"\bproposta (?:formal|de trabalho|contrattuale|di assunzione)\b", r"\boferta de emprego\b",
    r"\blettera (?:di assunzione|d'impegno|di impegno)\b", r"\baanbod (?:doen|voor)\b", r"\bcontractvoorstel\b", r"\barbeidsvoorwaarden", r"内定", r"オファー(?:レター|を|面談)", r"录用", r"\bofferte\b",
    r"\bextend an offer\b", r"\bthe offer (?:stands|still stands|is|letter)\b", r"\boffer (?:you )?the (?:job|role|position|post)\b", r"\b(?:an|your) offer (?:is|attached|in writing|from us)\b", r"\bmaking you an offer\b", r"\bwe(?:'d| would) (?:like|love) to (?:make you an offer|offer you)\b", r"\b(?:draft )?contract (?:is )?attached\b", r"\bconditional offer\b", r"\bstart(?:ing)? date\b.{0,60}\b(?:salary|contract|offer)\b", r"\boffer of (?:a|the) (?:post|position|place|role|job)\b", r"\bappoint you\b",
    r"\b(?:stellen|arbeits|job)angebot (?:machen|unterbreiten|zukommen|im anhang|anbei)", r"\bihnen die (?:stelle|position) (?:anbieten|anzubieten)\b", r"\bdir die (?:stelle|position) (?:anbieten|anzubieten)\b", r"\bvertragsentwurf\b", r"\b(?:feste|unsere|verbindliche) zusage\b", r"\bzusage für (?:die|ihre)\b", r"\bunser angebot\b", r"\b(?:vous|te) (?:faire|proposer) (?:une offre|le poste)\b", r"\bnotre (?:offre|proposition)\b", r"\bofrecer(?:te|le) (?:el puesto|la posición|la plaza|el trabajo)\b", r"\bnuestra (?:oferta|propuesta)\b", r"\boferecer(?:-lhe|-te)? (?:a vaga|o lugar|a posição)\b", r"\bnossa (?:proposta|oferta)\b", r"\b(?:offrirti|offrirle|proporti|proporle) (?:il posto|la posizione|un contratto)\b", r"\bnostra (?:offerta|proposta)\b", r"\bproposta economica\b", r"\b(?:je|u|jou) (?:een|ons) aanbod\b", r"\bons aanbod\b", r"条件(?:提示|通知)", r"\banställningserbjudande\b", r"\bofert[ęa] pracy\b",
)  # fmt: skip
ACCEPTED = _any(
    r"\b(?:happy|glad|delighted|pleased|thrilled) to accept\b", r"\bi (?:gladly |happily |hereby )?accept (?:the|your) offer\b", r"\bsigned (?:the )?(?:letter|contract|offer|copy) (?:is )?attached\b", r"\bcountersigned\b",
    r"\bsigned copy (?:is )?attached\b", r"\bsigned and returned\b",
    r"\bnehme (?:ich )?(?:ihr|das|euer|dein) angebot (?:sehr )?(?:gerne )?an\b", r"\bunterschriebene[nr]? vertrag\b", r"\bj'accepte (?:avec|votre)\b", r"\bcontrat signé\b",
    r"\bacepto (?:la|vuestra|su) oferta\b", r"\bcontrato (?:firmado|assinado)\b", r"\baceito (?:a|sua) (?:proposta|oferta)\b", r"\baccetto (?:con|la|volentieri)\b", r"\bcontratto firmato\b", r"\bik neem het aanbod\b", r"\bgetekende contract\b",
    r"内定を(?:承諾|お受け)", r"入社を承諾", r"承諾書", r"接受(?:贵公司的)?offer",
    r"\bi accept\b(?! that| your apolog)", r"\baccepted (?:the|your) offer\b(?! (?:from|at|with|elsewhere))", r"\b(?:here is|attached is|find attached) (?:the|my) signed\b", r"\bthank(?:s| you) for (?:accepting (?:the|our) (?:offer|position|role|job)|signing)\b", r"\bsigned contract\b",
    r"\bnehme (?:ich )?.{0,40}\bangebot\b.{0,20}\ban\b", r"\bunterschriebene[nrs]? (?:arbeits)?vertrag\b", r"\bvertrag .{0,30}unterschrieben\b", r"\bj'accepte\b", r"\bcontrat .{0,20}sign[ée]\b", r"\bacepto\b", r"\bcontrato .{0,20}(?:firmado|assinado)\b", r"\baceito\b", r"\baccetto\b", r"\bcontratto .{0,20}firmato\b", r"\bneem .{0,30}aanbod .{0,10}aan\b", r"\b(?:ondertekende|getekende) contract\b", r"内定承諾",
)  # fmt: skip
WELCOMED = _any(
    r"\bwelcome (?:aboard|to the team)\b", r"\bonboarding\b", r"\bsee you on your first day\b", r"\bwelkom (?:bij|in) (?:het|ons) team\b", r"\bwillkommen (?:im team|an bord)\b", r"\bbienvenue (?:dans l'équipe|parmi nous|à bord)\b", r"\bbienvenid[oa] (?:al|a nuestro) equipo\b", r"\bbenvenut[oa] (?:nel|in) (?:team|squadra)\b",
)  # fmt: skip
"""What is said to who accepted, and to others too: it counts after an offer alone."""
REJECTED = _any(
    r"\b(?:rescind|withdraw)(?:ing)? (?:the|our|your|this) offer\b", r"\boffer (?:has been|is|was) (?:rescinded|withdrawn)\b", r"\b(?:post|role|position|vacancy) has now been (?:filled|closed|withdrawn)\b", r"\b(?:ziehen|zurückziehen).{0,40}angebot\b.{0,20}\bzurück\b", r"\bretirer (?:notre|l'|cette) ?offre\b", r"\bretirar (?:la|nuestra|a|nossa) (?:oferta|proposta)\b", r"\britirare (?:la nostra |l')?(?:offerta|proposta)\b",
    r"\bregret to inform\b", r"\bnot (?:be )?(?:moving|going) forward\b", r"\bwon't be (?:moving|going) forward\b", r"\bnot to (?:move|go|take) .{0,30}forward\b", r"\bdecided (?:to move|to go|to proceed|to continue) (?:forward )?with (?:an)?other\b",
    r"\bmove forward with an?other candidates?\b", r"\bother candidates?\b.{0,40}\b(?:closer|better|more closely)\b", r"\bunsuccessful\b", r"\bposition has been (?:filled|cancel?led|closed)\b", r"\brole has been (?:filled|cancel?led|closed|put on hold)\b", r"\bheadcount .{0,40}\bpulled\b",
    r"\b(?:have|has) been filled\b", r"\bunable to offer you\b", r"\bwe will not be proceeding\b", r"\bnot selected\b", r"\bnot among (?:those|the)\b.{0,60}\b(?:selected|shortlisted|short-listed|invited|chosen)\b", r"\b(?:sorry|regret) to (?:have to )?(?:tell|inform|say|let you know|advise)\b.{0,120}\b(?:not|un(?:successful|able)|other|filled|another)\b", r"\bgive it to (?:someone|somebody|the) (?:else|redeployment|internal)", r"\bnot (?:be )?(?:progress|proceed|tak)ing\b.{0,40}\b(?:application|candidacy|further)\b", r"\bdecided not to (?:proceed|progress|move)\b", r"\bother applicants?\b", r"\bappointed (?:an)?other\b", r"\b(?:on|at) this occasion\b.{0,60}\bnot\b", r"\bfill(?:ed)? (?:the|this) (?:role|position|post) internally\b",
    r"\bleider (?:müssen|mussten) wir ihnen\b", r"\babsage\b", r"\bfür (?:einen )?andere[nr]? (?:bewerber|kandidat|bewerbung)", r"\bnicht (?:weiter )?berücksichtigen\b", r"\banderweitig (?:besetzt|entschieden)\b", r"\bstelle .{0,30}besetzt\b", r"\bgegen sie entschieden\b", r"\bzu unserem bedauern\b", r"\bbedauern\b.{0,40}\bmitteilen\b", r"\bintern (?:zu )?besetz",
    r"\bne (?:pas )?(?:pouvons|pourrons) (?:pas )?donner (?:une )?suite\b", r"\bpas retenu", r"\bcandidature n'a pas été\b", r"\bd'autres (?:profils|candidat)", r"\bposte (?:a été|est) pourvu\b", r"\b(?:au|le) regret de vous\b", r"\bpourvu en interne\b",
    r"\bhemos decidido (?:continuar|seguir|avanzar) con (?:otr[oa]s?)\b", r"\bno (?:continuar|seguir) con tu\b", r"\blamentamos (?:comunicar|informar)", r"\bno has? sido seleccionad", r"\bsentimos comunicar", r"\blamentablemente\b.{0,80}\b(?:no|otr[oa])\b", r"\bcubrir(?:la|lo)? internamente\b", r"\bnão (?:daremos|seguiremos|avançaremos|iremos avançar)", r"\binfelizmente .{0,60}(?:outr|não)\b", r"\boutros candidatos\b",
    r"\bnon (?:proseguire|procedere|dare seguito)\b", r"\baltr[io] candidat", r"\bpurtroppo .{0,80}(?:altr|non)\b", r"\b(?:siamo spiacenti|ci dispiace) (?:di )?(?:comunicar|informar)",  r"\bniet (?:verder|doorgaan|door te gaan)\b", r"\bandere kandida", r"\bhelaas .{0,120}(?:niet|andere)\b", r"\bkeuze .{0,20}gevallen op een andere\b", r"\btot onze spijt\b", r"\bniet voort(?:zetten|te zetten)\b", r"\bintern in te vullen\b",
    r"ご期待に(?:添え|沿え)", r"見送(?:り|ら)", r"不採用", r"ご希望に(?:添え|沿え)", r"很遗憾", r"未能(?:通过|录用)", r"暂不匹配",
    r"\b(?:moving|going|gone|proceed(?:ing|ed)?|go|went|move|moved) (?:forward |ahead )?with (?:an)?other (?:candidate|applicant|person)s?\b", r"\bunable to (?:proceed|progress|take)\b", r"\bnot (?:been )?(?:successful|shortlisted|successful on this occasion)\b", r"\bwon't be (?:able to )?(?:proceeding|progressing|taking|offer)", r"\b(?:chosen|selected|offered (?:the|it) to|gone with) (?:an)?other (?:candidate|applicant)\b", r"\b(?:has|have) (?:decided|chosen) not to (?:proceed|pursue|continue|fill)\b", r"\bhired (?:someone else|internally)\b", r"\b(?:we|they)(?:'ve| have) (?:filled|cancel?led|closed|frozen|withdrawn) (?:the|this) (?:role|position|post|vacancy|search|requisition)\b", r"\bhiring freeze\b", r"\b(?:role|position|post|vacancy|search) (?:is|was|has been) (?:now )?(?:filled|cancel?led|closed|frozen|withdrawn|no longer available)\b", r"\bnot (?:the right|a) (?:fit|match) (?:at this time|for us|this time)\b", r"\bkeep your (?:cv|resume|details|application) on file\b", r"\bunable to offer\b",
    r"\bleider .{0,80}\b(?:nicht|andere[nrsm]?|absag\w+|keine)\b", r"\bbedauerlicherweise\b", r"\bnicht (?:weiter )?(?:berücksichtigt|verfolgen|in die engere)", r"\bfür (?:eine[n]?|jemand(?:en)?) andere[nrs]?\b", r"\b(?:stelle|position) (?:ist|wurde) (?:inzwischen |bereits |mittlerweile |nun )?(?:anderweitig |intern )?(?:vergeben|besetzt|gestrichen)\b", r"\babsagen müssen\b",
    r"\bcandidature (?:non|n'est pas) retenue\b", r"\bprivilégié (?:d'autres|une autre|un autre)\b", r"\bmalheureusement .{0,80}(?:pas|autre)\b", r"\bautre candidat", r"\bposte .{0,20}(?:pourvu|annulé|gelé|suspendu)\b", r"\bno (?:seguir|continuar|avanzar)\w* (?:adelante|con)\b", r"\bhemos (?:optado|elegido) (?:por|a) otr[oa]\b", r"\b(?:puesto|vacante|plaza|posición) .{0,25}(?:cubiert[oa]|cancelad[oa]|cerrad[oa])\b", r"\bdesestimad[oa]\b", r"\bvaga .{0,25}(?:preenchida|cancelada|encerrada|fechada|suspensa)\b", r"\boptámos por outr[oa]\b|\boptamos por outr[oa]\b", r"\bnão (?:foi|fo[ií]ste) selecionad[oa]\b", r"\bposizione .{0,25}(?:coperta|chiusa|annullata|sospesa)\b", r"\bscelto (?:un altro|un'altra)\b", r"\bnon (?:idone|selezionat)[oa]\b", r"\bvacature .{0,25}(?:vervuld|ingetrokken|gesloten)\b", r"\bgekozen voor (?:een )?andere?\b", r"\bafgewezen\b",
    r"厳正なる選考の結果", r"採用を見合わせ", r"募集を(?:終了|停止|見合わせ)", r"今回はご縁", r"另选", r"不合适", r"\bolumsuz\b", r"\bg(?:ått|ick|år) vidare med (?:en )?an(?:nan|dra)\b", r"\btillsatt\b", r"\bniestety\b.{0,80}\b(?:inn|nie)\b",
)  # fmt: skip
WITHDRAWN = _any(
    r"\b(?:i (?:would like|want|have decided|have|must|am writing) to |i )?withdraw(?:ing)? (?:my (?:application|candidacy)|from (?:the|this|your) (?:process|role|position|interview))\b",
    r"\bziehe (?:ich )?(?:hiermit )?meine bewerbung .{0,60}zurück\b", r"\bretire(?:r)? ma candidature\b", r"\bretirar mi candidatura\b", r"\bretirar (?:a )?minha candidatura\b", r"\britirare la mia candidatura\b", r"\btrek (?:ik )?mijn sollicitatie\b", r"辞退(?:させて|いたし)", r"撤回(?:我的)?申请",
    r"\bwithdraw(?:ing|n)? (?:my |from |as )?(?:application|candidacy|candidature|candidate|consideration|the process|the running)\b", r"\b(?:would like|decided|have|want|need|wish) to (?:withdraw|step back from the process|bow out|pull out)\b", r"\btake (?:me|myself|my name) out of (?:the )?(?:running|process|consideration)\b", r"\bremove (?:me|my name|my application) from (?:consideration|the process)\b", r"\bnot (?:be )?(?:continuing|pursuing|going) (?:further |ahead |on )?(?:with|in) (?:the|this|your) (?:process|role|application|position)\b", r"\b(?:declin(?:e|ing)) (?:the|your) offer\b",
    r"\bziehe (?:ich )?.{0,60}(?:bewerbung|kandidatur) .{0,40}zurück\b", r"\bbewerbung (?:hiermit )?zurück(?:ziehen|zuziehen)\b", r"\bretir(?:e|er|ais) (?:de|ma|du)\b.{0,30}(?:candidature|processus)\b", r"\bretir(?:o|ar|arme) (?:mi candidatura|del proceso)\b", r"\bretir(?:o|ar) (?:a )?minha candidatura\b", r"\bdesist(?:o|ir) (?:da|do) (?:vaga|processo|candidatura)\b", r"\britir(?:o|are|armi) (?:la mia candidatura|dalla? (?:selezione|processo))\b", r"\bsollicitatie (?:hierbij |graag |toch )*in(?:trek| ?te trekken|trekken)\b", r"辞退(?:する|し|を|申し)",
)  # fmt: skip
_APPLICATION = r"(?:application|unterlagen|dossier|documents|documentación|documentazione|candidacy|bewerbung|candidature|candidatura|solicitud|inscripción|inscrição|sollicitatie|ansökan|aplikacj\w*)"
_RECEIPT = r"(?:recei(?:pt|ved?)|confirm\w*|acknowledg\w*|registered|submitted|complete[d]?|eingang\w*|eingegangen|bestätig\w*|erhalten|réception|reçue?|accus\w*|enregistrée?|recepción|recibid[oa]|acuse|registrad[oa]|recebid[oa]|recebimento|ricezione|ricevut[oa]|acquisit[oa]|conferma|registrat[oa]|ontvang\w*|bevestig\w*|mottagen|otrzyma\w*)"
RECEIVED = _any(
    rf"\b{_APPLICATION}\b.{{0,60}}\b{_RECEIPT}\b", rf"\b{_RECEIPT}\b.{{0,40}}\b{_APPLICATION}\b", r"(?:応募|エントリー)(?:手続き?|情報)?(?:が|を|の)?(?:受付|受け付け|受領|完了|登録)", r"\bstatus(?:änderung)? (?:ihrer|deiner|of your|de votre|de tu|de su|da sua|della sua|van uw|van je)\b.{0,30}(?:application|bewerbung|candidatur|solicitud|sollicitatie)",
    r"\bche abbiamo ricevuto\b", r"\bstiamo esaminando\b", r"\bestamos (?:revisando|valorando|estudiando)\b", r"\b(?:prüfen|sichten) (?:wir|derzeit)\b", r"\ben cours d'(?:examen|étude)\b", r"\bem análise\b", r"\bin behandeling\b", r"\breviewing (?:all )?(?:the )?applications\b",
    r"\b(?:received|got|for) your application\b", r"\bthank(?:s| you) for (?:applying|your (?:interest|application))\b", r"\bunder review\b",
    r"\bbewerbung .{0,60}(?:eingegangen|erhalten)\b", r"\bfür (?:ihre|deine) bewerbung\b", r"\breçu votre candidature\b", r"\bhemos recibido tu\b", r"\brecebemos (?:a )?sua\b", r"\bricevuto la (?:tua|sua)\b", r"\bsollicitatie .{0,40}ontvangen\b",
    r"(?:ご)?応募(?:いただき|ありがとう|を受け)", r"收到(?:您|你)的(?:申请|简历)",
    r"\bapplication (?:has been |was |is )?(?:successfully )?(?:received|submitted|sent|registered)\b", r"\bwe(?:'ve| have) received your\b", r"\bthank(?:s| you) for (?:your submission|submitting)\b", r"\bcollecting applications\b", r"\bapplication received\b", r"\bi have (?:received )?your (?:resume|cv|application|cover letter)\b", r"\bapplication is (?:with us|in)\b", r"\bsollicitatie .{0,60}(?:aangekomen|binnen)\b", r"\bkandidaturen?\b", r"応募(?:書類)?を(?:受領|拝受|確認)", r"書類選考", r"\bconfirmation of your application\b", r"\bsuccessfully (?:submitted|applied)\b",
    r"\beingangsbestätigung\b", r"\berfolgreich beworben\b", r"\baccusé de réception\b", r"\bcandidatura (?:ha sido|foi|è stata)? ?(?:recibida|registrada|recebida|enviada|ricevuta|inviata)\b", r"\bacuse de recibo\b", r"\bgracias por (?:tu|su) (?:candidatura|interés|inscripción|solicitud)\b", r"\bobrigad[oa] (?:pela|por) (?:sua|se) (?:candidatura|inscrição|candidatar)\b", r"\bconfirmamos o recebimento\b", r"\bgrazie per (?:la|l'|il) (?:tua|sua)? ?(?:candidatura|interesse)\b", r"\bbedankt voor (?:je|jouw|uw) (?:sollicitatie|interesse)\b", r"\bbevestiging van (?:je|uw) sollicitatie\b", r"\bmerci (?:pour|de) (?:votre|ta) candidature\b", r"\bbaşvurunuz(?:u)? (?:alındı|aldık|için)\b", r"\btack för din ansökan\b",
)  # fmt: skip
PHONE = _any(
    r"\b(?:good|great|nice|thanks? (?:you )?for (?:the|our|your)|enjoyed our|after our) (?:\w+ )?(?:call|phone call)\b", r"\bcall(?:ed)? (?:me|you)\b", r"\b(?:just|please) (?:call|ring|text|phone)\b", r"\bgive me a (?:ring|call|buzz|bell|shout)\b", r"\b(?:i'll|i will|shall i|can i|could i|i'd) (?:call|ring|phone|give you a (?:call|ring))\b", r"\bon the phone\b", r"\bvoice ?mail\b", r"\bring (?:me|you)\b", r"\bbest number\b", r"\bmissed (?:your|my) call\b", r"\btried (?:you|calling|to call|ringing)\b", r"\bspeak(?:ing)? on the phone\b", r"\bterrible at email\b",
    r"\btelefonat\b", r"\btelefonieren\b", r"\brufen sie\b", r"\bruf (?:mich|doch)\b", r"\banrufen\b", r"\bmailbox hinterlassen\b", r"\bdurchwahl\b", r"\bangerufen\b", r"\berreiche ich sie\b",
    r"\bappelez[- ]moi\b", r"\bappelle[- ]moi\b", r"\bau téléphone\b", r"\btéléphonique\b", r"\bvous rappelle\b", r"\bmessagerie\b", r"\brappelez\b", r"\bllám[ae](?:me|la)\b", r"\bpor teléfono\b", r"\bte llamo\b", r"\bllamada\b", r"\bme liga\b", r"\bligo\b", r"\bpelo telefone\b", r"\bligação\b",
    r"\bmi chiami\b", r"\bal telefono\b", r"\btelefonata\b", r"\brichiam", r"\bbel me\b", r"\bbellen\b", r"\btelefonisch\b", r"\bgebeld\b", r"お電話", r"電話で", r"携帯に", r"给我打电话", r"电话联系",
    r"\b(?:catch|get|reach) (?:you|me) (?:on|by) (?:the |my |your )?(?:phone|mobile|cell)\b", r"\bgave (?:me|you) a (?:ring|call|bell)\b", r"\b(?:rang|phoned) (?:you|me)\b", r"\bleft (?:you )?a (?:message|voice ?mail|vm)\b", r"\bpick up the phone\b", r"\bquicker (?:by|on the) phone\b", r"\beasier (?:to talk|by phone|on the phone)\b", r"\bas (?:discussed|agreed|mentioned) (?:on|over|by) (?:the )?(?:phone|our call|today's call)\b", r"\bgood (?:talking|speaking|chatting) (?:to|with) you\b", r"\bgreat (?:talking|speaking|chatting) (?:to|with) you\b", r"\bmy (?:mobile|cell|direct line)\b", r"\bcall me back\b", r"\bphone call\b",
    r"\bgespräch am telefon\b", r"\bam telefon\b", r"\btelefonisch\b", r"\btelefoniert\b", r"\brückruf\b", r"\bruf(?:en)? (?:sie |du )?(?:mich|uns)\b", r"\bdurchklingeln\b", r"\bpar téléphone\b", r"\bpasse[rz]? (?:moi )?un coup de fil\b", r"\bnotre (?:appel|échange téléphonique)\b", r"\bde vive voix\b", r"\b(?:le|te) llam(?:o|aré)\b", r"\bhablamos por teléfono\b", r"\btelefon(?:e|ema)\b", r"\bligue-me\b", r"\bme ligue\b", r"\bper telefono\b", r"\bla chiamo\b", r"\bti chiamo\b", r"\baan de telefoon\b", r"\bbelt? (?:u|je) (?:mij|me)\b", r"\bik bel (?:je|u)\b", r"电话里",
)  # fmt: skip
PREFERS_PHONE = _any(
    r"\b(?:liguei-te|te liguei|lhe liguei|liga quando|liga-me|não atendes?te|não atendeu|chamada perdida)\b", r"\b(?:te|le) llamé\b", r"\bdevu[eé]lv[ae]me la llamada\b", r"\bno (?:me )?(?:coges|contestas)\b", r"\b(?:t'ai|vous ai) (?:appelée?|laissé un message)\b", r"\bessayé de (?:te|vous) (?:joindre|appeler)\b", r"\b(?:ti|la) ho chiamat", r"\bprovato a chiamar", r"\brichiam(?:ami|i pure)\b", r"\bversucht,? (?:dich|sie) (?:anzurufen|zu erreichen)\b", r"\bruf (?:kurz )?durch\b", r"\bbel (?:je |u )?(?:me|mij) (?:even )?terug\b", r"\bvoicemail (?:ingesproken|achtergelaten)\b", r"\bliever aan de (?:lijn|telefoon)\b", r"\b(?:rather|sooner) talk than\b", r"\bcall or text\b", r"折り返し", r"お電話(?:しま|差し上げ)したが",
    r"\b(?:direkt |einfach )?aufs handy\b", r"\bkurzer anruf genügt\b", r"\be-?mails? lese ich\b", r"\bmails lese ich\b", r"\b(?:call|ring) my (?:cell|mobile|phone)\b", r"\bon the cell\b", r"\blive on the phone\b", r"\bnot e-?mail\b",
    r"\b(?:just |please |simply )?(?:call|ring|phone|text) me\b", r"\bgive me a (?:ring|call|buzz|bell|shout)\b", r"\bpick up the phone\b", r"\b(?:you|cold feet|doubts?) ring me\b", r"\bleft (?:you )?(?:a |an )?(?:message|msg|voice ?mail|vm)\b", r"\bvoice ?mail\b", r"\btried (?:you|calling|to call|ringing)\b", r"\bcalled you\b", r"\bmissed (?:your|my) call\b", r"\bring my\b", r"\bphone tag\b", r"\b(?:easier|quicker|better|faster) (?:to (?:catch|reach|get) me )?(?:by|on|over) (?:the )?phone\b", r"\bcatch me by phone\b", r"\bterrible (?:at|with) e-?mail\b", r"\b(?:do not|don't) live in (?:my )?e-?mail\b", r"\bhardly (?:look|read)\b", r"\bphone person\b", r"\brather (?:talk|speak|call)\b",
    r"\brufen sie (?:mich|doch|einfach)\b", r"\bruf (?:mich|doch|einfach)\b", r"\bmailbox (?:voll|hinterlassen)\b", r"\bnicht erreicht\b", r"\btelefon-?typ\b", r"\bam (?:besten|liebsten) (?:telefonisch|am telefon|anrufen)\b", r"\bappelez[- ]moi\b", r"\bappelle[- ]moi\b", r"\brappelez[- ]moi\b", r"\bpassez-moi un coup\b", r"\bmessagerie\b", r"\bde vive voix\b",
    r"\bll[aá]m[ae]me\b", r"\bme llamas\b", r"\bte he llamado\b", r"\bnicht erwischt\b", r"\bgeht (?:immer )?schneller\b", r"\bpor teléfono (?:mejor|es mejor|mejor que)\b", r"\bbuzón de voz\b", r"\bme lig(?:a|ue)\b", r"\blig(?:ue|a)-me\b", r"\bcaixa postal\b", r"\bmi chiami\b", r"\bchiamami\b", r"\bsegreteria telefonica\b", r"\bbel me\b", r"\bvoicemail\b", r"お電話(?:ください|いただけ)", r"留守番電話", r"给我打电话",
)  # fmt: skip
"""Who says so would rather talk than write; a call agreed by mail alone says nothing."""
AGENCY = _folded(
    r"\b(?:um|o) cliente\b(?= (?:do|da|no|na|em|nosso))", r"\b(?:para|de) um cliente\b", r"\bpour un client\b", r"\bvoor een (?:klant|opdrachtgever)\b", r"\bper un cliente\b", r"\bj'ai un mandat\b", r"\bmandat pour\b", r"\ble client c'est\b", r"\brecrutement \w+ inc\b",
    r"\b(?:top|leading|award[- ]winning|rated) (?:\w+ )?agency\b", r"\bas an employment (?:agency|business)\b", r"\bworker seekers?\b",
    r"\bmy client\b", r"\bour client\b", r"\b(?:i|we)(?:\'ve| have)(?: got)? a client\b", r"\bclient of (?:mine|ours)\b", r"\bretained (?:exclusively )?by\b", r"\bon behalf of (?:my|our|a) client\b", r"\brecruitment consultant\b", r"\bexecutive search\b", r"\bheadhunter\b", r"\brecruitment (?:agency|ltd|limited|group|partners|b\.?v\.?)\b",
    r"\bmein(?:en|em|es)? (?:kunde|klient|mandant)", r"\bunser(?:en|em|es)? (?:kunde|klient|mandant)", r"\bpersonalberat", r"\bpersonalvermittl", r"\bmon client\b", r"\bnotre client\b", r"\bcabinet de recrutement\b", r"\bchasseu(?:r|se) de têtes\b",
    r"\b(?:mi|nuestro) cliente\b", r"\bconsultora de selección\b", r"\b(?:meu|nosso) cliente\b", r"\bconsultoria de (?:rh|recrutamento)\b", r"\bper conto di\b", r"\bil (?:mio |nostro )?cliente\b", r"\bricerca e selezione\b", r"\b(?:mijn|onze|een|de) klant\b", r"\bopdrachtgever\b", r"\bwerving (?:en|&) selectie\b",
    r"クライアント(?:企業|様)", r"職業紹介", r"求人の?ご紹介", r"転職エージェント", r"エージェント$", r"ヘッドハンター", r"求人票", r"ご推薦を(?:進め|させ)", r"企業へのご推薦", r"他社様の状況", r"キャリア(?:アドバイザー|コンサルタント)", r"求人企業", r"企業様", r"人材紹介", r"我(?:的|们的)客户", r"猎头",
    r"\b(?:a|the|an exclusive|a confidential|confidential|exclusive) client(?:'s)?\b", r"\bmy client's\b", r"\bthe client (?:has|is|was|would|wants|asked|loved|liked)\b", r"\bright to represent\b", r"\brepresent(?:ing)? you\b", r"\bput(?:ting)? you forward\b", r"\bsubmitt(?:ed|ing) (?:you|your (?:cv|resume|profile)) to\b", r"\bhead-?hunt", r"\bstaffing (?:agency|firm)\b", r"\bsearch (?:firm|consultant|practice)\b", r"\b(?:talent|search|interim|recruitment) (?:consultancy|consultant)s?\b",
    r"\bpersonaldienst", r"\bzeitarbeit", r"\bauftraggeber", r"\bmandant", r"\bfür (?:einen|meinen|unseren) kunden\b", r"\bcabinet (?:rh|de chasse|de conseil en recrutement)\b", r"\b(?:mon|notre) (?:client|mandant)e?\b", r"\bintérim\b", r"\bcazatalentos\b", r"\bhead-?hunter", r"\bpara (?:un|uno de nuestros|nuestro) cliente", r"\bagência de (?:recrutamento|emprego)\b", r"\bagenzia per il lavoro\b", r"\bsocietà di selezione\b", r"\b(?:un|nostro|mio) cliente\b", r"\buitzend", r"\bdetacher", r"\bintercedent", r"\bbij (?:mijn|onze) (?:klant|opdrachtgever)", r"ご紹介(?:した|の)(?:企業|求人|案件)", r"先方(?:企業|様)?",
)  # fmt: skip
AGENCY_NAME = re.compile(
    r"^[^\w\n]{0,40}(\w[\w&'’. -]{1,49}?)\s{1,3}(?:search|recruit(?:ment|ing|ers?)|resourcing|staffing|personnel|talent|headhunting|personal(?:beratung|vermittlung|service|dienst\w*)?|selezione|selección|seleção|recrutement|rh|werving|careers?|partners|associates|consult(?:ing|ants?|ancy))\b[^\n]{0,40}$",
    re.I | re.M,
)
"""A line that may be an agency's name; it is one where the mail's domain bears it too.

What goes before the name shares no character with its first one, and every run has a bound: a
line of a thousand spaces takes no time."""
OWN_TEAM = _any(
    r"\blavor(?:a|erà|erai) con me\b", r"\btrabaja(?:rá)? conmigo\b", r"\btravaill(?:e|era) avec moi\b", r"\btrabalha comigo\b", r"\barbeitet mit mir\b", r"\bwerkt met mij\b", r"\bals mein(?:e)? mitarbeiter",
    r"\baan mij (?:te )?rapporte", r"\bmij(?:n)? (?:direct|rechterhand|team)", r"\bonder mij (?:val|werk)", r"\bunter mir\b", r"\b(?:sous|avec) moi (?:directement|en direct)\b", r"\bà mes côtés\b", r"\ba mi (?:lado|cargo)\b", r"\bao meu lado\b", r"\ba me direttamente\b", r"\bal mio fianco\b", r"\breports? to me\b",
    r"\breport(?:s|ing)? (?:directly |straight )?(?:in)?to me\b", r"\byou(?:'d| would) (?:be|sit|work) (?:in|on|with) my\b", r"\byou'd be (?:in|on) my\b", r"\b(?:your|the) (?:role|post|position|job) (?:would |will )?reports? to me\b", r"\bno other boss\b",
    r"\b(?:an mich|mir) (?:direkt |unmittelbar )?berichte", r"\b(?:direkt|unmittelbar) (?:an mich|mir)\b", r"\b(?:direkt )?mit mir zu tun\b", r"\bmir (?:direkt |fachlich )?unterstell", r"\bin meine[mr] (?:team|abteilung|bereich|gruppe|büro)\b",
    r"\b(?:directement|direct) (?:à|avec) moi\b", r"\bavec moi, pas d'autre chef\b", r"\brattaché[ea]? à moi\b", r"\bsous ma (?:direction|responsabilité)\b", r"\btu (?:bosserais|bosserez|travaillerais) .{0,20}avec moi\b",
    r"\b(?:depend|report)\w* (?:directamente |diretamente )?(?:de|a) (?:mí|mi|mim)\b", r"\bresponde (?:directamente |diretamente )?a (?:mí|mim)\b", r"\bbajo mi (?:dirección|responsabilidad)\b", r"\b(?:riporta|risponde)\w* (?:direttamente )?a me\b", r"\brapporteert (?:rechtstreeks )?aan mij\b", r"\brechtstreeks (?:aan|onder|met) mij\b", r"私の直属", r"私の下で",
    r"\btrabalhar(?:ia|á)? comigo\b", r"\btrabajar(?:ías|ás|ía)? conmigo\b", r"\blavor(?:eresti|erai|erebbe) con me\b", r"\btravailler(?:ais|iez|as|ez)? avec moi\b", r"\bjunto comigo\b", r"\bjunto a mí\b", r"\bmet mij samenwerken\b", r"\breport to me\b",
    r"\bmy (?:\w+ )?team\b", r"\bsitting next to me\b", r"\bhiring a(?: second)? me\b", r"\bi (?:run|head|lead|manage) (?:the|our)\b", r"\bi (?:co-?)?(?:started|founded) (?:this|the|our|my) \w+", r"\b(?:habe|haben) (?:diese|die|unsere) firma gegründet\b", r"\bj\'ai (?:co)?fondé\b", r"\b(?:co)?fundé\b", r"\bfundei\b", r"\bho fondato\b", r"\bheb (?:dit|het|ons) bedrijf opgericht\b", r"創業しました", r"\breport(?:ing)? to me\b", r"\bto whom (?:the|this) .{0,30}report", r"\bposition (?:shall|will|would) report\b", r"\bmein(?:em)? team\b", r"\bmon équipe\b", r"\bmi equipo\b", r"\bminha equipe\b", r"\bminha equipa\b", r"\bmio team\b", r"\bmijn team\b", r"私のチーム",
    r"\b(?:i|we)(?:'m| am)? (?:run|head|lead|manage|build|built|set up|heading|leading|running|managing|building) (?:up )?(?:the|our|this|a) (?:(?!conversation|call|meeting|chat|time|interview|session|slot|with|for)\w+ ){0,4}(?:team|group|department|unit|lab|practice|function|desk|ward|studio|engineering|service)\b", r"\bjoin(?:ing)? (?:my|me and my)\b", r"\bmy (?:group|lab|department|unit|direct reports|engineers|designers|nurses|deputy|staff)\b", r"\bwork(?:ing)? (?:for|under|(?:directly )?with) me\b", r"\bhave you as (?:my|our|lead|head)\b", r"\bmit mir arbeiten\b", r"\bfür mich aufbauen\b", r"\bi(?:'m| am) the (?:hiring manager|founder|head|director|ceo|cto|coo|cfo|cpo)\b", r"\bour (?:startup|start-up)\b", r"\bmy co-?founder\b",
    r"\bmeine[rnm]? (?:team|gruppe|abteilung|bereich|station|leute|mannschaft)\b", r"\bich leite\b", r"\bmon (?:équipe|service|département|labo|pôle)\b", r"\bje dirige\b", r"\bmi (?:equipo|departamento|grupo)\b", r"\bdirijo\b", r"\blidero\b", r"\bminha (?:equipe|equipa|área)\b", r"\bmeu (?:time|departamento|grupo)\b", r"\b(?:il )?mio (?:team|gruppo|reparto)\b", r"\bmia squadra\b", r"\bdirigo\b", r"\bguido (?:il|la)\b", r"\bmijn (?:team|afdeling|groep)\b", r"\bik leid\b", r"\bgeef leiding\b", r"(?:私|僕)の?(?:チーム|部署|部門|部|課)(?!長)", r"我的团队",
)  # fmt: skip
RECRUITER_TITLE = _any(
    r"(?-i:\bTA (?:Partner|Lead|Manager|Team|Specialist|Executive|Consultant))\b", r"\bpeople team\b",
    r"\bpeople (?:e|y|et|und|\+|&amp;) (?:cultur\w*|kultur|culture)", r"\bpeople d[aoe]\b", r"\bpeople stuff\b", r"\bpeople person\b", r"\bufficio (?:del )?personale\b", r"\bservice du personnel\b", r"\boficina de personal\b", r"\bdepartamento de personal\b", r"\bpersonalbüro\b", r"\bunidad de selección\b",
    r"\bgente (?:&|e|y) (?:cultura|gestão|gestión)\b", r"\btime de gente\b", r"\bdo time de (?:gente|pessoas)\b",
    r"\brecruit(?:er|ing|ment)\b", r"\btalent\b", r"\bsourcer\b", r"\bpeople (?:partner|team|ops|operations|&|and|lead|manager|director|officer)\b", r"\bhead of people\b", r"\bvp,? people\b", r"\bchief people\b", r"\bhr\b", r"\bhuman resources\b", r"\bhrbp\b", r"\bresourcing\b", r"\bcipd\b", r"\bpersonnel\b", r"(?<!\d )\bpeople\s*(?:[,|@]|at\b|$)",
    r"\bpersonal(?:referent|leit|abteilung|wesen|manag|chef)", r"\bleiter(?:in)? personal\b", r"\bhr[- ]", r"\brh\b", r"\bressources humaines\b", r"\brecrutement\b", r"\bdrh\b", r"\brr\.?hh\.?\b", r"\brecursos humanos\b", r"\bselección\b", r"\bgestión de personas\b", r"\b(?<!\d )pessoas\b", r"\brecrutamento\b", r"\bgente e gestão\b", r"\brisorse umane\b", r"\bselezione del personale\b", r"\bp&o\b", r"\bpersoneelszaken\b", r"\bwerving\b", r"人事", r"採用", r"リクルーター", r"招聘", r"人力资源", r"\binsan kaynakları\b",
    r"\bpeople (?:business partner|experience|success)\b", r"\b(?:people|employee) (?:&|and|\+) (?:culture|talent)\b", r"\bemployee experience\b", r"\bculture (?:manager|lead|partner|director)\b", r"\bworkforce\b", r"\bhiring (?:lead|partner|team|specialist|coordinator)\b", r"\bsourcing\b", r"\bstaffing (?:lead|manager|partner)\b", r"\bcandidate (?:partner|manager)\b", r"\bcareers? (?:team|service)s?\b", r"\bappointments (?:team|office|officer)\b", r"\bresourcer\b", r"\bemployment\b", r"\bemployee (?:relations|services)\b", r"\bmanager of staffing\b",
    r"\bpersonal(?:sachbearb|wesen|betreu|entwickl|büro|stelle|service)", r"\bsachbearbeit\w* personal\b", r"\bbewerbermanagement\b", r"\brekrutier", r"\bleitung (?:hr|personal)\b", r"\bacquisition de talents?\b", r"\brecruteu(?:r|se)\b", r"\bchargée? (?:de|du) recrutement\b", r"\bdirect(?:eur|rice) du personnel\b", r"\breclutador", r"\breclutamiento\b", r"\btalento\b", r"\bdirector(?:a)? de personas\b", r"\bpersonas\b", r"\brr\.\s?hh\.", r"\brecrutador", r"\bgestão de pessoas\b", r"\bcapital humano\b", r"\bselezion(?:atore|atrice|e)\b", r"\bdelle assunzioni\b", r"\bufficio personale\b", r"\bhr-adviseur", r"\bwerver\b", r"\bpersoneel", r"キャリア採用", r"人材開発", r"招聘经理", r"\brekryter", r"\brekruter",
)  # fmt: skip
COORDINATOR_TITLE = _any(
    r"\bdiary\b", r"\breception(?:ist)?\b", r"\bfront desk\b", r"\bea\b",
    r"\bcoordinator\b", r"\brecruit(?:ing|ment) (?:ops|operations|coordination|administrator)\b", r"\bcoordination\b", r"\bscheduling\b", r"\b(?:executive |team |personal )?assistant\b", r"\bassistent(?:in)?\b", r"assistenz\b", r"sekretariat\b", r"\bassistante?\b", r"\bsekretari", r"\bsecretar", r"\bsegretari", r"\bsecrétariat\b", r"\badministrator\b", r"\basistente\b", r"\boffice manager", r"\bcandidate experience\b", r"秘書", r"アシスタント", r"コーディネーター", r"助理",
    r"\b(?:ea|pa) to\b", r"\bexecutive (?:administrator|support|secretary)\b", r"\badmin(?:istrative)?\b(?! director| head)", r"\bscheduler\b", r"\binterview (?:scheduling|coordinator|logistics)\b", r"\bcommittee (?:clerk|secretary)\b", r"\bclerk\b",
    r"\bteamassist", r"\bchefsekret", r"\bvorzimmer\b", r"\boffice management\b", r"\bkoordinat(?:or|ion)", r"\bassistante? (?:de direction|rh)\b", r"\bsecrétaire\b", r"\badministrativ[oa]\b", r"\bassistente (?:de|di|executiv[oa]|da)\b", r"\bsecretári[oa]\b", r"\bsegreteria\b", r"\bassistente\b", r"\bmanagementassistent", r"\bsecretaresse\b", r"\bplanner\b", r"庶務", r"アドミ", r"\bassistent\b",
)  # fmt: skip
MANAGER_TITLE = _any(
    r"\bzaakvoerder\b", r"\bbedrijfsleider\b", r"\bvenno(?:o)?t\b", r"\bsectorhoofd\b", r"\bp-?dg\b", r"\bdirigeante?\b", r"\bpatronn?e?\b", r"\bpropriétaire\b", r"\bassociée?\b(?! (?:professor|director|lecturer))", r"\btitular\b", r"\bpropietari[oa]\b", r"\bproprietári[oa]\b", r"\badministrador[a]? (?:únic[oa]|delegad[oa])\b", r"\bamministrat(?:ore|rice)\b", r"\bhead ?(?:teacher|master|mistress)\b", r"\bschulleit", r"\bamtsleit", r"\bstandortleit", r"\bwerkleit", r"\bbetriebsleit", r"\bsektionschef", r"\bgesellschafter", r"\bchair of\b", r"\bchief of\b", r"\bproprietor\b", r"支店長", r"所長", r"編集長", r"店長", r"\bpi\b(?= )",
    r"\bhead of\b", r"\bhead,", r"\bdirector\b", r"\bvp\b", r"\bvice president\b", r"\bchief\b", r"\bc[teopfim]o\b", r"\b(?:co-?)?founder\b", r"\bteam ?lead\b", r"\btech lead\b", r"\blead\b", r"\b\w+ manager\b", r"\bmanager\b", r"\bprincipal\b", r"\bpartner\b", r"\bowner\b",
    r"\bleiter(?:in)?\b", r"\bteamleit", r"\babteilungsleit", r"\bbereichsleit", r"\bgeschäftsführ", r"\bvorstand\b", r"\bgründer", r"\bdirect(?:eur|rice)\b", r"\bresponsable\b", r"\bchef(?:fe)?\b", r"\bfondat(?:eur|rice)\b", r"\bjef[ea]\b", r"\bgerente\b", r"\bfundador", r"\bdiretor", r"\bcoordenador", r"\blíder\b", r"\bresponsabile\b", r"\bdirettore\b", r"\bdirettrice\b", r"\bcapo\b", r"\bfondator", r"\bhoofd\b", r"\bleidinggevende\b", r"\boprichter\b", r"\bdirecteur\b",
    r"部長", r"課長", r"マネージャー", r"室長", r"本部長", r"取締役", r"代表", r"責任者", r"\bcpo\b", r"经理", r"总监", r"主管",
    r"\bmanaging\b", r"\bpresident\b", r"\bgeneral manager\b", r"\bgm\b", r"\bsvp\b", r"\bevp\b", r"\bsupervisor\b", r"\bdean\b", r"\bprofessor\b", r"\bprincipal investigator\b", r"\bmatron\b", r"\bward (?:manager|sister)\b", r"\bconsultant (?:surgeon|physician|anaesthetist|psychiatrist)\b", r"\bteam leader\b", r"\beditor[- ]in[- ]chief\b", r"\bengineering manager\b", r"\bceo\b", r"\bcoo\b", r"\bcmo\b", r"\bcro\b",
    r"\b\w*leit(?:er|erin|ung)\b", r"\bprokurist", r"\binhaber", r"\bchefarzt\b", r"\bchefärztin\b", r"\boberarzt\b", r"\bprofessur\b", r"\blehrstuhl", r"\bchef(?:fe)? de (?:service|projet|produit|pôle)\b", r"\bgérante?\b", r"\bdirectora?\b", r"\bsoci[oa]\b", r"\bcoordenador", r"\bsóci[oa]\b", r"\bgestor[a]? de\b", r"\bdirigente\b", r"\btitolare\b", r"\bsoci[oa] fondat", r"\bmanager\b", r"\bteamleider\b", r"\bafdelingshoofd\b", r"\bbestuurder\b", r"\beigenaar\b", r"リーダー", r"統括", r"執行役員", r"社長", r"\bCTO\b", r"主任", r"负责人", r"\bchefen?\b", r"\bkierownik\b", r"\bdyrektor\b",
)  # fmt: skip
OWN_TEAM_FOLDED = re.compile(OWN_TEAM.pattern)
"""The same for text in lower case."""
BOSS_WORDS = _any(
    r"\bwould be your (?:manager|boss|lead)\b", r"\byour (?:future )?manager\b", r"\b(?:who |she |he )?(?:runs|heads|leads|manages)\b", r"\breport(?:ing)? (?:straight )?to\b", r"\bi (?:run|head|lead|manage)\b", r"\bmy team\b", r"\bhiring manager\b", r"\bheads? (?:it|up)\b",
    r"\bleitet\b", r"\bihr(?:e)? (?:künftige|zukünftige)[rn]? (?:vorgesetzte|chef)", r"\bvotre future? responsable\b", r"\bdirige\b", r"\btu (?:futur[oa] )?(?:jef[ea]|responsable|manager)\b", r"\blidera\b", r"\bsu[ao] (?:futur[oa] )?(?:gestor|chefe|responsabile|jef[ea])\b", r"\bguida\b", r"\bleidt\b", r"上司", r"率いる", r"責任者", r"负责",
)  # fmt: skip
LEAVING = _any(
    r"\blast day\b", r"\bmoving on\b", r"\bleaving (?:\w+ ){0,3}(?:on|this|next|at)\b", r"\btak(?:es|ing|e) over\b", r"\bhand(?:ing)? (?:you |this |it )?over\b", r"\bparental leave\b", r"\bmaternity leave\b", r"\bmy successor\b", r"\bno longer (?:with|at|work)\b", r"\bhas left\b", r"\bpicks? up from here\b", r"\bwill be your (?:new )?(?:main )?(?:contact|point of contact)\b", r"\bin my place\b",
    r"\bletzter (?:arbeits)?tag\b", r"\bübernimmt\b", r"\bübergebe\b", r"\belternzeit\b", r"\bnachfolger", r"\bverlasse\b", r"\bdernier jour\b", r"\bquitte\b", r"\bprend (?:le relais|la suite|ma suite)\b", r"\bsuccesseur\b", r"\bremplac", r"\bcongé (?:maternité|parental)\b", r"\búltimo día\b", r"\bme (?:voy|marcho|despido)\b", r"\btoma(?:rá)? el relevo\b", r"\bsustituye\b", r"\búltimo dia\b", r"\bassume\b", r"\bultimo giorno\b", r"\bsubentra\b", r"\bsostitu", r"\blaatste (?:werk)?dag\b", r"\bneemt het (?:van mij )?over\b", r"\bopvolger\b", r"後任", r"引き継", r"退職", r"異動", r"离职", r"接替",
    r"\bi(?:'m| am) leaving\b", r"\bi(?:'ll| will) be (?:leaving|handing|on (?:parental|maternity|paternity) leave|moving)\b", r"\bmy colleague\b.{0,60}\b(?:will|is) (?:be )?(?:tak|handl|look)\w+", r"\b(?:has|have|is|am) (?:now )?(?:taken|taking|taking it|picking (?:this|it)|picked) (?:over|up)\b", r"\bi(?:'ve| have) (?:taken|picked) (?:this |it |things )?(?:over|up) from\b", r"\bstepp(?:ing|ed) in(?:to)? for\b", r"\bfinish(?:ing|ed)? (?:up )?(?:here|at)\b", r"\bmoved (?:on|to another)\b", r"\breplac(?:es|ing|ed) me\b",
    r"\bübernommen\b", r"\bmeine kollegin .{0,40}(?:wird|betreut|kümmert|führt)\b", r"\bmein kollege .{0,40}(?:wird|betreut|kümmert|führt)\b", r"\b(?:mutterschutz|elternteilzeit)\b", r"\bscheide .{0,20}aus\b", r"\bje (?:pars|passe la main|laisse la main)\b", r"\bme remplace\b", r"\bdejo (?:la empresa|el puesto)\b", r"\ba partir de ahora\b", r"\bdeixo a\b", r"\bvou sair\b", r"\blascio (?:l'azienda|il|la)\b", r"\bpasso il testimone\b", r"\bmijn collega .{0,40}(?:neemt|pakt)\b", r"\bga weg\b", r"\bvertrek\b",
)  # fmt: skip
FOUNDER = _any(
    r"\b(?:as|for) (?:a|the) founder\b", r"\bwho you(?:'d| would) (?:be )?work(?:ing)? for: me\b", r"\bmi socio\b", r"\bmi socia\b", r"\bmein (?:mitgründer|geschäftspartner|partner) und ich\b", r"\bmon associée?\b", r"\bmeu sócio\b", r"\bil mio socio\b", r"\bmijn (?:compagnon|mede-?eigenaar)\b", r"\bwe are a (?:small )?(?:charity|company|firm) (?:of|with)\b", r"\bfundé un\b", r"我们CTO", r"我(?:们)?(?:这|的)公司",
    r"(?m:^\s*(?:co-?)?founder\b\s*(?:[,&|@]|of\b|at\b|$))",
    r"\bco-?founders?\b", r"\bi (?:own|founded|co-?founded) (?:it\b|an?|the|this|my|our|(?-i:[A-Z])\w+)\b", r"\bi (?:started|set up|built) (?:this (?:thing|place|company)|it (?:at|in (?:19|20)|from)|(?:an?|the|this|my|our) (?:\w+ )?(?:company|business|start-?up|firm|practice|agency|studio|clinic|shop|brand|bakery|restaurant|charity)|(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?-i:[A-Z])\w{3,})\b", r"\bi set it up\b", r"\bno (?:recruiters? |and )*(?:no )?hr\b", r"\bjust me and\b", r"\bi(?:'m| am) (?:the )?president\b", r"\bi(?:'m| am) (?:the |a )?(?:owner|founder)\b", r"\bmy (?:startup|start-up|company|practice|clinic|studio|shop|firm|business|restaurant|bakery)\b", r"\bwe(?:'re| are) (?:just )?(?:two|three|four|five|six|seven|eight|\d{1,2}) people\b", r"\bi(?:'m| am) (?:starting|building) (?:an?|my own) (?:company|startup|start-up|business)\b", r"\bour startup\b", r"\bpre-?seed\b", r"\bour first hire\b",
    r"\b(?:mit)?gründer", r"\bgegründet\b", r"\bmeine firma\b", r"\bhab(?:e)? noch keine hr\b", r"\bdirekt bei mir\b", r"\b(?:co-?)?fondat(?:eur|rice)\b", r"\bj'ai (?:co)?fondé\b", r"\bj'ai monté\b", r"\bma (?:boîte|société|start-?up)\b", r"\bmi (?:empresa|startup|estudio)\b", r"\b(?:co)?fund(?:é|ador|adora)\b", r"\bminha (?:empresa|startup)\b", r"\bfundei\b", r"\bho (?:co)?fondato\b", r"\bla mia (?:azienda|startup|società)\b", r"\b(?:co)?fondat(?:ore|rice)\b", r"\bmijn bedrijf\b", r"\bopgericht\b", r"\bmedeoprichter\b", r"代表(?:取締役)?の[\u4e00-\u9fff]{1,4}(?:です|と申)", r"創業", r"起業", r"直接[僕私]と", r"創始人", r"创始人", r"创办",
)  # fmt: skip
FOUNDED = _any(
    r"\b(?:has|had|who|he|she|they)? ?(?:co-?)?founded\b", r"\bhat .{0,40}gegründet\b", r"\bgegründet hat\b", r"\ba (?:co)?fondé\b", r"\b(?:ha|han) (?:co)?fundado\b", r"\b(?:co)?fundou\b", r"\bha (?:co)?fondato\b", r"\bheeft .{0,40}opgericht\b", r"を(?:創業|起業|立ち上げ)", r"\baquel[ea] d[ao] (?-i:[A-Z])", r"\bstarted (?:a|his|her|their) (?:company|startup|start-up|business)\b",
)  # fmt: skip
"""What others say of who founded a company."""
ON_BEHALF = re.compile(
    r"\basked me to (?:set|arrange|schedule|organi[sz]e|find|book|coordinate|sort|fix|get)\b|\bat (?:[A-Z][\w'’.-]+ ){1,3}request\b|\bon behalf of (?:Dr|Mr|Mrs|Ms|Prof|[A-Z][\w'’-]+ [A-Z])|"
    r"\b[Ii]m Auftrag (?:von|der|des)\b|\bhat mich gebeten\b|\b[Ii]m Namen (?:von|der|des)\b|"
    r"\b[ÀàA] la demande de\b|\bm'a (?:demandé|chargée?) de\b|\b[Dd]e la part de\b|\b[Pp]or encargo de\b|\bme ha pedido que\b|\ben nombre de\b|\b[Aa] pedido d[aeo]\b|\bpediu-me (?:para|que)\b|\bem nome d[aeo]\b|"
    r"\bmi ha chiesto di\b|\bsu richiesta d|\b[Pp]er conto del(?:la)? (?:[Dd]ott|[Ss]ig|[Pp]rof)|\bheeft m(?:ij|e) gevraagd\b|\b[Oo]p verzoek van\b|\b[Nn]amens\b|に代わり|に代わって|より依頼|の代理|委托我"
)
"""What those say who arrange for somebody else."""
ARRANGES = _any(
    r"\bi(?:'m| am) (?:arranging|scheduling|coordinating|setting up|writing to (?:arrange|schedule|set up))\b", r"\bi'(?:ll|d like to) (?:schedule|arrange|set up) (?:your|the|a time)\b", r"\btermin (?:mit ihnen )?abzustimmen\b", r"\bkümmere mich um (?:den|die) termin", r"安排面试时间",
)  # fmt: skip
INTERVIEWS_OTHERS = _folded(
    r"\b(?:interview|interviewing) (?:with |of |for )?(?:the|an?|our|this|your) (?:\w+ )?(?:candidate|applicant)\b", r"\b(?:you(?:'re| are| will be)|can you|could you|would you|please) (?:interview|interviewing|join the panel|sit on the panel|take the interviews?|meet)\b.{0,40}\b(?:candidates?|applicants?)\b", r"\bcandidate (?:debrief|packet|scorecard|feedback form|slate)\b", r"\bfeedback (?:on|about) (?:the|this|your) candidate\b", r"\binterview kit\b", r"\bare the interview panel\b",
    r"\b(?:gespräch|interview) (?:mit|zu) (?:dem|der|einem|einer|unserem) (?:bewerber|kandidat)(?:in|en)?\b", r"\b(?:sollicitatie)?gesprek (?:met )?(?:de |een |onze )?kandidaat\b", r"\bentretien (?:avec )?(?:le |la |un |une |du |de la |d'un |d'une )candidate?\b", r"\bentrevista (?:a|al|a la|con|com|ao|à|con el|con la|de|del) ?(?:un |una |o |a )?candidat[oa]\b", r"\bcolloquio (?:con |del |della )(?:il |la |un |una )?candidat[oa]\b", r"候補者(?:との|の)?面接", r"面接官(?:を)?(?:お願い|ご担当)",
)  # fmt: skip
"""For text in lower case. Who reads so is asked to interview somebody: no process of their own.

`We are interviewing candidates` is said to candidates too, so that one person is meant here."""
APPLIES = _folded(
    r"\bmy (?:application|cv|resume|résumé|candidacy)\b", r"\bthank you for (?:inviting me|the invitation|asking me) to (?:the |an )?interview\b", r"\b(?:attached|enclosed) (?:is|please find) my (?:cv|resume|résumé|application|cover letter)\b", r"\bmeine? (?:bewerbung|lebenslauf|bewerbungsunterlagen)\b", r"\bmon cv\b", r"\bma candidature\b", r"\bmi (?:cv|currículum|candidatura)\b", r"\b(?:meu currículo|minha candidatura)\b", r"\b(?:il mio cv|la mia candidatura)\b", r"\bmijn (?:cv|sollicitatie)\b", r"私の(?:履歴書|応募)",
)  # fmt: skip
"""For text in lower case. What applicants write: who reads it is on the other side."""
OPENS = _folded(
    r"\bappl(?:y|ied|ying|ication)",
    r"\bbewerb",
    r"\bcandidatur",
    r"\bsollicit",
    r"\bposition\b",
    r"\brole\b",
    r"\bvacanc",
    r"\bopening\b",
    r"\bstelle\b",
    r"\bposten\b",
    r"\bposte\b",
    r"\bpuesto\b",
    r"\bvaga\b",
    r"\bvacante\b",
    r"\bposizione\b",
    r"\bruolo\b",
    r"\bfunctie\b",
    r"\bvacature\b",
    r"\bopportunit",
    r"\bjob\b",
    r"\bcv\b",
    r"\bresume\b",
    r"\bprofil[eo]?\b",
    r"\bperfil\b",
    r"\bprofiel\b",
    r"\bunterlagen\b",
    r"\bhir(?:e|ing)\b",
    r"\brecruit",
    r"\brekrut",
    r"\brekryt",
    r"\brecrut",
    r"\breclut",
    r"\bwir suchen\b",
    r"\bsuchen wir\b",
    r"\blooking for\b",
    r"\bansökan\b",
    r"\btjänst",
    r"\bstanowisk",
    r"応募",
    r"求人",
    r"募集",
    r"ポジション",
    r"岗位",
    r"职位",
    r"招聘",
    r"应聘",
    r"\bsearch for (?:a|an|our|the)\b",
    r"\bthe post\b",
    r"\byour interest in\b",
)
"""What begins a talk about a job, in text in lower case."""
SEPARATE = _any(
    r"\bparallel\b", r"\ben parallèle\b", r"\b(?:an)?other client\b", r"\bautre client", r"\botro cliente\b", r"\boutro cliente\b", r"\baltro cliente\b", r"\bandere (?:klant|kunde)", r"\banderen kunden\b", r"\b(?:i'm|i am|also) (?:already |also )?(?:in touch|talking|speaking|in (?:a |another )?process|interviewing) with (?:your|\w+ (?:from|at|in|about))", r"\balready (?:in touch|talking|speaking|in (?:a |another )?process) with\b", r"\b(?:i )?also applied\b", r"\bauch (?:mit|bei) .{0,40}(?:im gespräch|beworben)", r"\baussi en (?:discussion|contact|process)", r"\btambién (?:estoy|hablo|he hablado)\b", r"\btambém (?:estou|falei|falo)\b", r"\banche in (?:contatto|selezione)\b", r"\book (?:in gesprek|gesolliciteerd)\b", r"\bvi håller (?:dem|det) isär\b", r"\bredan (?:pratar|i process)", r"\bkept? apart\b", r"\bauseinander\b", r"\bnot the same (?:role|post|job)\b",
    r"\b(?:separate|different|another|other|unrelated) (?:role|position|process|team|search|req|opening)\b", r"\bnothing to do with\b", r"\bseparately from\b", r"\b(?:runs?|are|is|kept?) separate", r"\bandere (?:stelle|position|abteilung|rolle)\b", r"\bunabhängig (?:von|davon)\b", r"\bautre (?:poste|processus|équipe)\b", r"\bsans lien avec\b", r"\botr[oa] (?:puesto|proceso|vacante|posición|equipo)\b", r"\boutr[oa] (?:vaga|processo|posição|time|equipa)\b", r"\baltr[oa] (?:posizione|ruolo|selezione|processo)\b", r"\bandere (?:functie|rol|vacature|procedure)\b", r"別の?(?:ポジション|選考|求人|職種|枠)", r"とは別",
)  # fmt: skip
"""What says that this is not the process with which a colleague deals."""
PAYSLIP = _any(
    r"\bpay ?slip\b", r"\bpay ?stub\b", r"\b(?:gehalts|lohn|entgelt)abrechnung", r"\b(?:gehalts|lohn)zettel", r"\b(?:bulletin|fiche) de (?:paie|paye|salaire)\b", r"\bnómina\b", r"\brecibo de (?:sueldo|salario|vencimento|nómina)\b", r"\bholerite\b", r"\bcontracheque\b", r"\bbusta paga\b", r"\bcedolino\b", r"\bloonstrook", r"\bsalarisspecificatie", r"\blönespecifikation", r"\blønseddel", r"給与明細", r"工资单",
)  # fmt: skip
INTERVIEWS = _any(
    r"\bone of (?:the )?(?:\w+ )?(?:people|interviewers|panel)\b", r"\b(?:the|only the) (?:first|second|third|last|one) of your (?:\w+)\b", r"\bthe decision is not mine\b", r"\bnot my (?:decision|call)\b", r"\bi(?:'ll| will) be (?:interviewing|on the panel|asking)\b", r"\bi(?:'m| am) (?:on|part of) (?:the|your) (?:panel|interview)\b", r"\b(?:we|i) interviewed you\b", r"\bich (?:bin|sitze) .{0,30}(?:im gespräch|dabei)\b", r"面接を担当", r"面接官の",
)  # fmt: skip
INTRODUCES = _any(
    r"\b(?:told|spoke to|talked to) (?!me\b|us\b).{1,40} about you\b", r"\b(?:cc'?ing|cc'?d|copying|copied|looping) (?:in |him|her|them|(?-i:[A-Z]))", r"\bi(?:'ll| will) (?:let|leave) you (?:two|both)\b", r"\bover to you (?:two|both)\b", r"\byou two\b",
    r"\bich habe? .{1,40}\bvon (?:dir|ihnen) erzählt\b", r"\b(?:setz|nehm)e? .{1,30}\b(?:ins|in|auf) (?:cc|kopie|die kopie)\b", r"\bihr (?:zwei|beiden)\b", r"\bkennst du\b", r"\bstelle? (?:dir|euch|ihnen) .{1,30}\bvor\b",
    r"\bj'ai parlé de (?:toi|vous)\b", r"\b(?:mets|met) .{1,30}\ben copie\b", r"\bje vous laisse\b", r"\bvous deux\b", r"\bconoces? a\b", r"\bhablé de (?:ti|usted)\b", r"\b(?:pongo|pongo aquí|copio) .{0,30}\ben copia\b", r"\bos dejo\b", r"\blos dejo\b",
    r"\bconhece [oa]\b", r"\bfalei de (?:você|ti)\b", r"\b(?:coloco|ponho|copio) .{0,30}\bem (?:cópia|cc)\b", r"\bfalem-se\b", r"\bdeixo vocês\b", r"\bconosci\b", r"\bparlato di te\b", r"\bmetto .{1,30}\bin (?:copia|cc)\b", r"\bvi lascio\b", r"\bken je\b", r"\bover je verteld\b", r"\bzet .{1,30}\bin (?:de )?cc\b", r"\bjullie (?:twee|beiden)\b",
    r"\w+ (?:<->|<>|↔|<=>) \w+",
    r"\bmeet \w+", r"\bintroduc", r"\byou two should\b", r"\bi referred you\b", r"\breferr(?:ed|al)\b", r"\bput (?:you|in a word)\b", r"\brecommended you\b", r"\bempfohlen\b", r"\bje te présente\b", r"\bje vous présente\b", r"\bte presento\b", r"\bos presento\b", r"\bapresento\b", r"\bti presento\b", r"\bstel je voor\b", r"\bstel jullie\b", r"紹介", r"介绍",
)  # fmt: skip
ALERT = _any(
    r"\bjob alert", r"\bnew jobs?\b.{0,20}\b(?:match|for you)\b", r"\bjobs? (?:for you|you may)\b", r"\band more\b\s*$", r"\bviewed your profile\b", r"\baccepted your invitation\b", r"\bjobs? matching\b", r"\btalent (?:pool|community|network)\b", r"\bneue jobs?\b", r"\bstellenangebote für\b", r"\bjob[- ]?(?:agent|newsletter|radar)\b", r"\boffres? d'emploi\b", r"\bnouvelles offres\b", r"\bofertas? de (?:empleo|trabajo)\b", r"\bnuevas ofertas\b", r"\bvagas para você\b", r"\bnovas vagas\b", r"\bofferte di lavoro\b", r"\bnieuwe vacatures\b", r"\bvacatures voor\b", r"求人(?:情報|一覧|特集)", r"新着求人", r"スカウト", r"职位推荐", r"\bnewsletter\b", r"\bwebinar\b", r"\bprofile viewers\b",
    r"\bjob recommendations?\b", r"\brecommended jobs?\b", r"\byour job search\b", r"\bjobs? near\b", r"\b(?:is|are) hiring\b", r"\bjobalarm\b", r"\bjob-?empfehlung", r"\bpassende (?:jobs|stellen)\b", r"\bnuevos empleos\b", r"\bempleos para ti\b", r"\bnuove offerte\b", r"\bnovas oportunidades\b",
)  # fmt: skip
ASKS = re.compile(r"[?？]")
INMAIL = _any(
    r"メッセージを送信しました", r"(?:新着|新しい)メッセージ", r"からメッセージ",
    r"\binmail\b", r"\bnachricht (?:geschickt|von|erhalten|für)\b", r"\bnachricht\b.{0,12}\bgeschickt\b", r"\breplied to your message\b", r"\bhat (?:dir|ihnen)\b.{0,40}\bnachricht", r"\bmessage (?:from|de|da|van)\b", r"\bhas messaged\b", r"\bsent you a (?:new )?message\b", r"\bnew message from\b", r"\bmessaged you\b", r"\bhat ihnen eine nachricht\b", r"\bvous a envoyé un message\b", r"\bte ha enviado un mensaje\b", r"\benviou uma mensagem\b", r"\bmensagem de\b", r"\bti ha inviato un messaggio\b", r"\bheeft je een bericht\b", r"メッセージが届", r"\bvia (?:linkedin|xing|wellfound|indeed)\b",
)  # fmt: skip

LEANING = _folded(
    r"\bteam\b", r"\b(?:ra|pdra|research|teaching|academic|this|the) post\b", r"\bchief \w+ officer\b", r"\bceo\b", r"\bconversation\b", r"\bapply\b", r"\bsalary\b", r"\bexperience\b", r"\bbackground\b", r"\bstart (?:date|on|in)\b", r"\bjoin (?:us|the|our)\b", r"\bcontract\b", r"\bopportunit", r"\bopening\b", r"\breimburs", r"\bequity\b", r"\bfull[- ]time\b", r"\bpart[- ]time\b", r"\bpermanent\b", r"\bprobation\b", r"\bnotice\b", r"\b\d{2,3} ?k\b", r"\bnext steps?\b", r"\bavailab", r"\bhir(?:e|es|ed)\b", r"\bemployee\b", r"\bstarting a company\b", r"\bco-?founder\b", r"\bfounder\b", r"\blooking for (?:an?|some(?:one|body)|our|my)\b", r"\b(?:engineer|developer|designer|analyst|nurse|manager|consultant|director|researcher|programmer|teacher|lecturer|accountant)s?\b", r"\bqualification", r"\bskills?\b", r"\byour (?:visit|talk|profile|work)\b", r"\bcome (?:in|to see us|and meet|and see)\b", r"\bmeet (?:everyone|everybody|us|the)\b", r"\bi accept\b", r"\bworkshop\b",
    r"\bgehalt\b", r"\berfahrung", r"\bvertrag\b", r"\beinstieg\b", r"\bvollzeit\b", r"\bteilzeit\b", r"\bfestanstellung\b", r"\bkolleg", r"\bhire\b", r"\bwir suchen\b", r"\bsuche(?:n)? .{0,40}(?:leiter|entwickler|ingenieur|referent|berater|kraft|person)", r"\bgründer", r"\barbeitstag\b", r"\bnächste[rn]? schritt", r"\bteam\b",
    r"\béquipe\b", r"\bsalaire\b", r"\bcontrat\b", r"\bcdi\b", r"\bcdd\b", r"\brejoindre\b", r"\bexpérience\b", r"\bprofil\b", r"\bje cherche\b", r"\bnous cherchons\b", r"\bfondat", r"\bprochaine étape\b",
    r"\bequipo\b", r"\bsueldo\b", r"\bsalario\b", r"\bcontrato\b", r"\bincorpora", r"\bperfil\b", r"\bexperiencia\b", r"\bbusco\b", r"\bbuscamos\b", r"\bfundador", r"\bsiguiente paso\b", r"\bequip[ea]\b", r"\bsalário\b", r"\bremuneração\b", r"\bexperiência\b", r"\bprocuramos\b", r"\bestamos (?:à procura|procurando|buscando)\b", r"\bpróximo passo\b",
    r"\bstipendio\b", r"\bcontratto\b", r"\bral\b", r"\bprofilo\b", r"\besperienza\b", r"\bcerchiamo\b", r"\bcerco\b", r"\bprossimo passo\b", r"\bsalaris\b", r"\bcontract\b", r"\bervaring\b", r"\bprofiel\b", r"\bzoeken\b", r"\bin dienst\b", r"\bvolgende stap\b",
    r"年収", r"条件", r"経験", r"給与", r"チーム", r"一緒に(?:働|作)", r"仲間を探", r"お話ししませんか", r"プロフィール(?:を)?拝見", r"薪", r"团队", r"\berfarenhet\b", r"\blön\b", r"\bzespół\b", r"\bdoświadczeni",
)  # fmt: skip
"""For text in lower case: words that talk of work as much as of anything else; they only help where the query fits."""

_NAME = r"((?:[A-ZÀ-Þ][\w'’&.-]*)(?:\s+(?:(?:van|de|der|den|di|von|of|and|&)\s+)*[A-ZÀ-Þ][\w'’&-]*){0,4})"
CLIENT = re.compile(
    rf"(?:retained (?:exclusively )?by (?:the board of )?|(?:my|our|another|a|other) client,? (?:is )?|on behalf of|it's|it is|gaat om|per conto di|"
    rf"(?:mijn|onze|andere|mein(?:en|em)?|unser(?:en|em)?|anderen|mon|notre|autre|mi|nuestro|otro|meu|nosso|outro|mio|nostro|altro) (?:klant|opdrachtgever|kunde[ns]?|mandanten|client|cliente)[,:]?(?: (?:de|die|der|la|le|il|el|a|o|is|ist|est|es|é|è))?|"
    rf"(?:je recrute|nous recrutons|i(?:'m| am) (?:recruiting|hiring)|we(?:'re| are) (?:recruiting|hiring)) (?:pour|for)|"
    rf"es handelt sich um|on the phone is|bei der|bei dem|il s'agit de|se trata de|trata-se d[ae]|the company is|client is)\s+{_NAME}"
    r"|(株式会社[\w\u3040-\u30ff\u4e00-\u9fff]{2,12}|[\u3040-\u30ff\u4e00-\u9fff]{2,12}株式会社)"
)
"""An agency tells whom it recruits for; the names are not folded."""
