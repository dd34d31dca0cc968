"""The vocabulary of hiring in the languages of the tables, as patterns; facts, not proofs."""

from __future__ import annotations

import re


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


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
)  # fmt: skip
SCREEN = _any(
    r"\bfirst chat\b", r"\bquick (?:call|chat)\b", r"\bintro(?:ductory)? (?:call|chat)\b", r"\bphone screen\b", r"\bscreening call\b",
    r"\b(?:20|30|15) min(?:utes)?\b", r"\bbrief (?:phone )?(?:call|chat)\b", r"\bdiscovery call\b", r"\bcome across your profile\b",
    r"\btelefonieren\b", r"\blockere[rn]? austausch\b", r"\berstes telefonat\b", r"\bpremier échange\b", r"\béchange téléphonique\b", r"\bse téléphoner\b",
    r"\bprimera llamada\b", r"\bllamada breve\b", r"\bbate-papo\b", r"\bprimeira conversa\b", r"\bcolloquio conoscitivo\b", r"\bbreve chiamata\b",
    r"\bkennismakingsgesprek\b", r"\bzullen we bellen\b", r"カジュアル面談", r"電話面談", r"电话沟通",
)  # fmt: skip
FINAL = _any(
    r"\bfinal (?:round|interview|stage|conversation|panel|step|day|meeting)s?\b", r"\blast (?:round|interview|step|stage|conversation)\b", r"\bfinal\s*(?:loop)\b",
    r"\bletzte runde\b", r"\bletztes gespräch\b", r"\bfinalrunde\b", r"\babschlussgespräch\b", r"\bentretien final\b", r"\bdernier (?:entretien|tour|échange)\b", r"\bdernière étape\b",
    r"\bentrevista final\b", r"\búltima (?:entrevista|ronda|etapa|fase|conversación)\b", r"\bronda final\b", r"\brodada final\b", r"\betapa final\b",
    r"\bultimo colloquio\b", r"\bcolloquio finale\b", r"\bultima tappa\b", r"\blaatste (?:gesprek|ronde)\b", r"\beindgesprek\b", r"\bfinale (?:gesprek|ronde)\b",
    r"最終面接", r"最終選考", r"终面", r"最后一轮", r"\bson mülakat\b", r"\bslutintervju\b",
)  # fmt: skip
OFFER = _any(
    r"\b(?:extend|extending|make|making) (?:to )?you an offer\b", r"\bformal offer\b", r"\boffer letter\b", r"\boffer of employment\b", r"\bemployment (?:offer|contract)\b",
    r"\b(?:pleased|delighted|happy|thrilled|excited) to (?:extend|offer)\b", r"\bsigned off on the offer\b", r"\b(?:written|verbal) offer\b", r"\bour offer\b",
    r"\bvertragsangebot\b", r"\bjobangebot\b", r"\bangebot (?:zu )?(?:unterbreiten|machen)\b", r"\barbeitsvertrag\b", r"\bproposition d'embauche\b", r"\bpromesse d'embauche\b", r"\boffre d'embauche\b", r"\bproposition de contrat\b",
    r"\boferta (?:formal|económica|en firme|de trabajo|laboral)\b", r"\bcarta[- ]oferta\b", r"\bpropuesta (?:económica|formal)\b", r"\bcarta proposta\b", r"\bproposta (?:formal|de trabalho|contrattuale|di assunzione)\b", r"\boferta de emprego\b",
    r"\blettera (?:di assunzione|d'impegno|di impegno)\b", r"\baanbod (?:doen|voor)\b", r"\bcontractvoorstel\b", r"\barbeidsvoorwaarden", r"内定", r"オファー(?:レター|を|面談)", r"录用", r"\bofferte\b",
)  # fmt: skip
ACCEPTED = _any(
    r"\b(?:happy|glad|delighted|pleased|thrilled) to accept\b", r"\bi (?:gladly |happily |hereby )?accept (?:the|your) offer\b", r"\bsigned (?:the )?(?:letter|contract|offer|copy) (?:is )?attached\b", r"\bcountersigned\b",
    r"\bsigned copy (?:is )?attached\b", r"\bsigned and returned\b", r"\bwelcome (?:aboard|to the team)\b",
    r"\bnehme (?:ich )?(?:ihr|das|euer|dein) angebot (?:sehr )?(?:gerne )?an\b", r"\bunterschriebene[nr]? vertrag\b", r"\bj'accepte (?:avec|votre)\b", r"\bcontrat signé\b",
    r"\bacepto (?:la|vuestra|su) oferta\b", r"\bcontrato (?:firmado|assinado)\b", r"\baceito (?:a|sua) (?:proposta|oferta)\b", r"\baccetto (?:con|la|volentieri)\b", r"\bcontratto firmato\b", r"\bik neem het aanbod\b", r"\bgetekende contract\b",
    r"内定を(?:承諾|お受け)", r"入社を承諾", r"承諾書", r"接受(?:贵公司的)?offer",
)  # fmt: skip
REJECTED = _any(
    r"\bregret to inform\b", r"\bnot (?:be )?(?:moving|going) forward\b", r"\bwon't be (?:moving|going) forward\b", r"\bnot to (?:move|go|take) .{0,30}forward\b", r"\bdecided (?:to move|to go|to proceed|to continue) (?:forward )?with (?:an)?other\b",
    r"\bmove forward with an?other candidates?\b", r"\bother candidates?\b.{0,40}\b(?:closer|better|more closely)\b", r"\bunsuccessful\b", r"\bposition has been (?:filled|cancel?led|closed)\b", r"\brole has been (?:filled|cancel?led|closed|put on hold)\b", r"\bheadcount .{0,40}\bpulled\b",
    r"\b(?:have|has) been filled\b", r"\bunable to offer you\b", r"\bwe will not be proceeding\b", r"\bnot selected\b", r"\bnot (?:be )?(?:progress|proceed|tak)ing\b.{0,40}\b(?:application|candidacy|further)\b", r"\bdecided not to (?:proceed|progress|move)\b", r"\bother applicants?\b", r"\bappointed (?:an)?other\b", r"\b(?:on|at) this occasion\b.{0,60}\bnot\b", r"\bfill(?:ed)? (?:the|this) (?:role|position|post) internally\b",
    r"\bleider (?:müssen|mussten) wir ihnen\b", r"\babsage\b", r"\bfür (?:einen )?andere[nr]? (?:bewerber|kandidat|bewerbung)", r"\bnicht (?:weiter )?berücksichtigen\b", r"\banderweitig (?:besetzt|entschieden)\b", r"\bstelle .{0,30}besetzt\b", r"\bgegen sie entschieden\b", r"\bzu unserem bedauern\b", r"\bbedauern\b.{0,40}\bmitteilen\b", r"\bintern (?:zu )?besetz",
    r"\bne (?:pas )?(?:pouvons|pourrons) (?:pas )?donner (?:une )?suite\b", r"\bpas retenu", r"\bcandidature n'a pas été\b", r"\bd'autres (?:profils|candidat)", r"\bposte (?:a été|est) pourvu\b", r"\b(?:au|le) regret de vous\b", r"\bpourvu en interne\b",
    r"\bhemos decidido (?:continuar|seguir|avanzar) con (?:otr[oa]s?)\b", r"\bno (?:continuar|seguir) con tu\b", r"\blamentamos (?:comunicar|informar)", r"\bno has? sido seleccionad", r"\bsentimos comunicar", r"\blamentablemente\b.{0,80}\b(?:no|otr[oa])\b", r"\bcubrir(?:la|lo)? internamente\b", r"\bnão (?:daremos|seguiremos|avançaremos|iremos avançar)", r"\binfelizmente .{0,60}(?:outr|não)\b", r"\boutros candidatos\b",
    r"\bnon (?:proseguire|procedere|dare seguito)\b", r"\baltr[io] candidat", r"\bpurtroppo .{0,80}(?:altr|non)\b", r"\b(?:siamo spiacenti|ci dispiace) (?:di )?(?:comunicar|informar)",  r"\bniet (?:verder|doorgaan|door te gaan)\b", r"\bandere kandida", r"\bhelaas .{0,120}(?:niet|andere)\b", r"\bkeuze .{0,20}gevallen op een andere\b", r"\btot onze spijt\b", r"\bniet voort(?:zetten|te zetten)\b", r"\bintern in te vullen\b",
    r"ご期待に(?:添え|沿え)", r"見送(?:り|ら)", r"不採用", r"ご希望に(?:添え|沿え)", r"很遗憾", r"未能(?:通过|录用)", r"暂不匹配",
)  # fmt: skip
WITHDRAWN = _any(
    r"\b(?:i (?:would like|want|have decided|have|must|am writing) to |i )?withdraw(?:ing)? (?:my (?:application|candidacy)|from (?:the|this|your) (?:process|role|position|interview))\b",
    r"\bziehe (?:ich )?(?:hiermit )?meine bewerbung .{0,60}zurück\b", r"\bretire(?:r)? ma candidature\b", r"\bretirar mi candidatura\b", r"\bretirar (?:a )?minha candidatura\b", r"\britirare la mia candidatura\b", r"\btrek (?:ik )?mijn sollicitatie\b", r"辞退(?:させて|いたし)", r"撤回(?:我的)?申请",
)  # fmt: skip
RECEIVED = _any(
    r"\b(?:received|got|for) your application\b", r"\bthank(?:s| you) for (?:applying|your (?:interest|application))\b", r"\bunder review\b",
    r"\bbewerbung .{0,60}(?:eingegangen|erhalten)\b", r"\bfür (?:ihre|deine) bewerbung\b", r"\breçu votre candidature\b", r"\bhemos recibido tu\b", r"\brecebemos (?:a )?sua\b", r"\bricevuto la (?:tua|sua)\b", r"\bsollicitatie .{0,40}ontvangen\b",
    r"(?:ご)?応募(?:いただき|ありがとう|を受け)", r"收到(?:您|你)的(?:申请|简历)",
)  # fmt: skip
PHONE = _any(
    r"\b(?:good|great|nice|thanks? (?:you )?for (?:the|our|your)|enjoyed our|after our) (?:\w+ )?(?:call|phone call)\b", r"\bcall(?:ed)? (?:me|you)\b", r"\b(?:just|please) (?:call|ring|text|phone)\b", r"\bgive me a (?:ring|call|buzz|bell|shout)\b", r"\b(?:i'll|i will|shall i|can i|could i|i'd) (?:call|ring|phone|give you a (?:call|ring))\b", r"\bon the phone\b", r"\bvoice ?mail\b", r"\bring (?:me|you)\b", r"\bbest number\b", r"\bmissed (?:your|my) call\b", r"\btried (?:you|calling|to call|ringing)\b", r"\bspeak(?:ing)? on the phone\b", r"\bterrible at email\b",
    r"\btelefonat\b", r"\btelefonieren\b", r"\brufen sie\b", r"\bruf (?:mich|doch)\b", r"\banrufen\b", r"\bmailbox hinterlassen\b", r"\bdurchwahl\b", r"\bangerufen\b", r"\berreiche ich sie\b",
    r"\bappelez[- ]moi\b", r"\bappelle[- ]moi\b", r"\bau téléphone\b", r"\btéléphonique\b", r"\bvous rappelle\b", r"\bmessagerie\b", r"\brappelez\b", r"\bllám[ae](?:me|la)\b", r"\bpor teléfono\b", r"\bte llamo\b", r"\bllamada\b", r"\bme liga\b", r"\bligo\b", r"\bpelo telefone\b", r"\bligação\b",
    r"\bmi chiami\b", r"\bal telefono\b", r"\btelefonata\b", r"\brichiam", r"\bbel me\b", r"\bbellen\b", r"\btelefonisch\b", r"\bgebeld\b", r"お電話", r"電話で", r"携帯に", r"给我打电话", r"电话联系",
)  # fmt: skip
AGENCY = _any(
    r"\bmy client\b", r"\bour client\b", r"\b(?:i|we)(?:\'ve| have)(?: got)? a client\b", r"\bclient of (?:mine|ours)\b", r"\bretained (?:exclusively )?by\b", r"\bon behalf of (?:my|our|a) client\b", r"\brecruitment consultant\b", r"\bexecutive search\b", r"\bstaffing\b", r"\bheadhunter\b", r"\brecruitment (?:agency|ltd|limited|group|partners|b\.?v\.?)\b", r"\b\w+ (?:search|recruitment|recruiting|resourcing|staffing|personnel)(?: (?:ltd|llp|llc|gmbh|b\.?v\.?|group|partners))?\s*$",
    r"\bmein(?:en|em|es)? (?:kunde|klient|mandant)", r"\bunser(?:en|em|es)? (?:kunde|klient|mandant)", r"\bpersonalberat", r"\bpersonalvermittl", r"\bmon client\b", r"\bnotre client\b", r"\bcabinet de recrutement\b", r"\bchasseu(?:r|se) de têtes\b",
    r"\b(?:mi|nuestro) cliente\b", r"\bconsultora de selección\b", r"\b(?:meu|nosso) cliente\b", r"\bconsultoria de (?:rh|recrutamento)\b", r"\bper conto di\b", r"\bil (?:mio |nostro )?cliente\b", r"\bricerca e selezione\b", r"\b(?:mijn|onze|een|de) klant\b", r"\bopdrachtgever\b", r"\bwerving (?:en|&) selectie\b",
    r"クライアント(?:企業|様)", r"職業紹介", r"求人の?ご紹介", r"転職エージェント", r"キャリア(?:アドバイザー|コンサルタント)", r"求人企業", r"企業様", r"人材紹介", r"我(?:的|们的)客户", r"猎头",
)  # fmt: skip
AGENCY_NAME = re.compile(
    rf"{AGENCY.pattern}|\b[\w&]+ (?:search|recruitment|recruiting|resourcing|staffing|personnel|talent|executive|headhunting|recruitment b\.?v\.?)(?: (?:ltd|llp|llc|gmbh|b\.?v\.?|group|partners?|consultants?|solutions))?[ \t]*$",
    re.I | re.M,
)
OWN_TEAM = _any(
    r"\bmy team\b", r"\bi (?:run|head|lead|manage) (?:the|our)\b", r"\bi (?:co-?)?(?:started|founded) (?:this|the|our|my) \w+", r"\b(?:habe|haben) (?:diese|die|unsere) firma gegründet\b", r"\bj\'ai (?:co)?fondé\b", r"\b(?:co)?fundé\b", r"\bfundei\b", r"\bho fondato\b", r"\bheb (?:dit|het|ons) bedrijf opgericht\b", r"創業しました", r"\breport(?:ing)? to me\b", r"\bmein(?:em)? team\b", r"\bmon équipe\b", r"\bmi equipo\b", r"\bminha equipe\b", r"\bminha equipa\b", r"\bmio team\b", r"\bmijn team\b", r"私のチーム",
)  # fmt: skip
RECRUITER_TITLE = _any(
    r"\brecruit(?:er|ing|ment)\b", r"\btalent\b", r"\bsourcer\b", r"\bpeople (?:partner|team|ops|operations|&|and|lead|manager|director|officer)\b", r"\bhead of people\b", r"\bvp,? people\b", r"\bchief people\b", r"\bhr\b", r"\bhuman resources\b", r"\bhrbp\b", r"\bresourcing\b", r"\bcipd\b", r"\bpersonnel\b", r"\bpeople\s*(?:[,|@]|at\b|$)",
    r"\bpersonal(?:referent|leit|abteilung|wesen|manag|chef)", r"\bleiter(?:in)? personal\b", r"\bhr[- ]", r"\brh\b", r"\bressources humaines\b", r"\brecrutement\b", r"\bdrh\b", r"\brr\.?hh\.?\b", r"\brecursos humanos\b", r"\bselección\b", r"\bgestión de personas\b", r"\bpessoas\b", r"\brecrutamento\b", r"\bgente e gestão\b", r"\brisorse umane\b", r"\bselezione del personale\b", r"\bp&o\b", r"\bpersoneelszaken\b", r"\bwerving\b", r"人事", r"採用", r"リクルーター", r"招聘", r"人力资源", r"\binsan kaynakları\b",
)  # fmt: skip
COORDINATOR_TITLE = _any(
    r"\bcoordinator\b", r"\brecruit(?:ing|ment) (?:ops|operations|coordination|administrator)\b", r"\bcoordination\b", r"\bscheduling\b", r"\b(?:executive |team |personal )?assistant\b", r"\bassistent(?:in)?\b", r"\bassistenz\b", r"\bassistante?\b", r"\bsekretari", r"\bsecretar", r"\bsegretari", r"\bsecrétariat\b", r"\badministrator\b", r"\basistente\b", r"\boffice manager", r"\bcandidate experience\b", r"秘書", r"アシスタント", r"コーディネーター", r"助理",
)  # fmt: skip
MANAGER_TITLE = _any(
    r"\bhead of\b", r"\bhead,", r"\bdirector\b", r"\bvp\b", r"\bvice president\b", r"\bchief\b", r"\bc[teopfim]o\b", r"\b(?:co-?)?founder\b", r"\bteam ?lead\b", r"\btech lead\b", r"\blead\b", r"\b\w+ manager\b", r"\bmanager\b", r"\bprincipal\b", r"\bpartner\b", r"\bowner\b",
    r"\bleiter(?:in)?\b", r"\bteamleit", r"\babteilungsleit", r"\bbereichsleit", r"\bgeschäftsführ", r"\bvorstand\b", r"\bgründer", r"\bdirect(?:eur|rice)\b", r"\bresponsable\b", r"\bchef(?:fe)?\b", r"\bfondat(?:eur|rice)\b", r"\bjef[ea]\b", r"\bgerente\b", r"\bfundador", r"\bdiretor", r"\bcoordenador", r"\blíder\b", r"\bresponsabile\b", r"\bdirettore\b", r"\bdirettrice\b", r"\bcapo\b", r"\bfondator", r"\bhoofd\b", r"\bleidinggevende\b", r"\boprichter\b", r"\bdirecteur\b",
    r"部長", r"課長", r"マネージャー", r"室長", r"本部長", r"取締役", r"代表", r"責任者", r"\bcpo\b", r"经理", r"总监", r"主管",
)  # fmt: skip
BOSS_WORDS = _any(
    r"\bwould be your (?:manager|boss|lead)\b", r"\byour (?:future )?manager\b", r"\b(?:who |she |he )?(?:runs|heads|leads|manages)\b", r"\breport(?:ing)? (?:straight )?to\b", r"\bi (?:run|head|lead|manage)\b", r"\bmy team\b", r"\bhiring manager\b", r"\bheads? (?:it|up)\b",
    r"\bleitet\b", r"\bihr(?:e)? (?:künftige|zukünftige)[rn]? (?:vorgesetzte|chef)", r"\bvotre future? responsable\b", r"\bdirige\b", r"\btu (?:futur[oa] )?(?:jef[ea]|responsable|manager)\b", r"\blidera\b", r"\bsu[ao] (?:futur[oa] )?(?:gestor|chefe|responsabile|jef[ea])\b", r"\bguida\b", r"\bleidt\b", r"上司", r"率いる", r"責任者", r"负责",
)  # fmt: skip
LEAVING = _any(
    r"\blast day\b", r"\bmoving on\b", r"\bleaving (?:\w+ ){0,3}(?:on|this|next|at)\b", r"\btak(?:es|ing|e) over\b", r"\bhand(?:ing)? (?:you |this |it )?over\b", r"\bparental leave\b", r"\bmaternity leave\b", r"\bmy successor\b", r"\bno longer (?:with|at|work)\b", r"\bhas left\b", r"\bpicks? up from here\b", r"\bwill be your (?:new )?(?:main )?(?:contact|point of contact)\b", r"\bin my place\b",
    r"\bletzter (?:arbeits)?tag\b", r"\bübernimmt\b", r"\bübergebe\b", r"\belternzeit\b", r"\bnachfolger", r"\bverlasse\b", r"\bdernier jour\b", r"\bquitte\b", r"\bprend (?:le relais|la suite|ma suite)\b", r"\bsuccesseur\b", r"\bremplac", r"\bcongé (?:maternité|parental)\b", r"\búltimo día\b", r"\bme (?:voy|marcho|despido)\b", r"\btoma(?:rá)? el relevo\b", r"\bsustituye\b", r"\búltimo dia\b", r"\bassume\b", r"\bultimo giorno\b", r"\bsubentra\b", r"\bsostitu", r"\blaatste (?:werk)?dag\b", r"\bneemt het (?:van mij )?over\b", r"\bopvolger\b", r"後任", r"引き継", r"退職", r"異動", r"离职", r"接替",
)  # fmt: skip
INTRODUCES = _any(
    r"\bmeet \w+", r"\bintroduc", r"\byou two should\b", r"\bi referred you\b", r"\breferr(?:ed|al)\b", r"\bput (?:you|in a word)\b", r"\brecommended you\b", r"\bempfohlen\b", r"\bje te présente\b", r"\bje vous présente\b", r"\bte presento\b", r"\bos presento\b", r"\bapresento\b", r"\bti presento\b", r"\bstel je voor\b", r"\bstel jullie\b", r"紹介", r"介绍",
)  # fmt: skip
ALERT = _any(
    r"\bjob alert", r"\bnew jobs?\b.{0,20}\b(?:match|for you)\b", r"\bjobs? (?:for you|you may)\b", r"\band more\b\s*$", r"\bviewed your profile\b", r"\baccepted your invitation\b", r"\bjobs? matching\b", r"\btalent (?:pool|community|network)\b", r"\bneue jobs?\b", r"\bstellenangebote für\b", r"\bjob[- ]?(?:agent|newsletter|radar)\b", r"\boffres? d'emploi\b", r"\bnouvelles offres\b", r"\bofertas? de (?:empleo|trabajo)\b", r"\bnuevas ofertas\b", r"\bvagas para você\b", r"\bnovas vagas\b", r"\bofferte di lavoro\b", r"\bnieuwe vacatures\b", r"\bvacatures voor\b", r"求人(?:情報|一覧|特集)", r"新着求人", r"スカウト", r"职位推荐", r"\bnewsletter\b", r"\bwebinar\b", r"\bprofile viewers\b",
)  # fmt: skip
ASKS = re.compile(r"[?？]")
INMAIL = _any(
    r"\binmail\b", r"\bsent you a (?:new )?message\b", r"\bnew message from\b", r"\bmessaged you\b", r"\bhat ihnen eine nachricht\b", r"\bvous a envoyé un message\b", r"\bte ha enviado un mensaje\b", r"\benviou uma mensagem\b", r"\bmensagem de\b", r"\bti ha inviato un messaggio\b", r"\bheeft je een bericht\b", r"メッセージが届", r"\bvia linkedin\b",
)  # fmt: skip
