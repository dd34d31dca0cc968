"""The vocabulary of hiring in the languages of the tables, as patterns; facts, not proofs."""

from __future__ import annotations

import re

from mailer.letters import spelled
from mailer.reading.alternatives import any_of, folded, in_lower_case

HIRING = any_of(
    r"\b(?:abierto|abierta) (?:el cargo|la vacante|el puesto)\b", r"\bhoja de vida\b", r"\baspiración salarial\b", r"\bdomanda\b[^.\n]{0,15}\bconcorso\b", r"\bportale concorsi\b", r"\bprova scritta\b", r"\bdel concorso\b",
    r"\bconcors[oi] (?:pubblic[oi]|per (?:titoli|esami))\b", r"\bdomanda di (?:partecipazione|ammissione)\b", r"\bcandidati ammessi\b", r"\bconcurso público\b", r"\bprocesos? selectivos?\b", r"\bconcurso-oposición\b", r"\bedital (?:n|de)\b", r"\bconcours (?:externe|interne|de recrutement)\b", r"\bauswahlverfahren\b", r"\bstellenausschreibung\b", r"\b(?:selectie|sollicitatie)procedure\b", r"\bnabór\b", r"\brekryteringsprocess",
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
    r"\(?\b(?:m/w/d|w/m/d|m/f/d|m/f/x|f/m/x|f/m/d|d/m/w|m/v/x|m/w/x|h/f/x|k/m/d)\b", r"\((?:h/f|f/h|m/v|v/m|m/k|k/m|m/w|w/m|m/f|f/m)\)", r"\b(?:gehalts|entgelt)(?:vorstellung|wunsch|erwartung)", r"\bfrüheste[rmns]? (?:eintritt|einstieg|start)", r"\beintrittstermin", r"\bkündigungsfrist", r"\bpersonalleit", r"\bprétentions? (?:salariales?|financières?)", r"\bpréavis\b", r"\b(?:pretensi[oó]n|expectativas?|aspiración|aspiraciones) (?:salarial|económica|de salario)", r"\bpretensão salarial", r"\bexpectativas? salaria", r"\b(?:aspettative|pretese) (?:economiche|retributive|di ral)", r"\bsalaris(?:indicatie|verwachting|wens)", r"\bopzegtermijn", r"\blöneanspråk", r"\buppsägningstid", r"\boczekiwania (?:finansowe|płacowe)", r"\bokres wypowiedzenia", r"希望年収", r"期望薪资", r"到岗时间",
)  # fmt: skip
HIRING_FOLDED = in_lower_case(HIRING)
"""The same for text in lower case, at half the time."""
PHONE = any_of(
    r"\bslå (?:mig|mej|oss) en signal\b", r"\b(?:frågor|ring om|lättast att ringa|hör av dig på telefon)\b[^.\n]{0,4}\bring\b", r"\bring om\b",
    r"\bringer (?:dig|dej|mig|mej|i ?morgon|på|ikväll|i kväll|om)\b", r"\bsagt i telefon\b", r"\bring när du kan\b", r"\bmuntligt\b", r"\bringde (?:två|flera|några) gånger\b",
    r"\b(?:i'll|i will) dial you\b", r"\bby phone\b", r"\b(?:me|nos) llama al\b", r"\bpor telefono\b", r"\b(?:la|lo|le|te) llamo hoy\b",
    r"\b(?:genial|estupendo|qué bien|un placer|un gusto|encantad[oa] de) hablar\b", r"\b(?:anything|any (?:doubts?|questions?)|questions|whatever)[^.!?\n]{0,20}\bon (?:the|my) (?:mobile|cell)\b", r"\b(?:cualquier (?:cosa|duda)|lo que sea)[^.!?\n]{0,20}\bal (?:móvil|celular)\b", r"\b(?:qualquer (?:coisa|dúvida))[^.!?\n]{0,20}\b(?:no|pelo) (?:telemóvel|celular)\b", r"\b(?:qualsiasi|qualunque) (?:cosa|dubbio)[^.!?\n]{0,20}\b(?:sul|al) cellulare\b", r"\b(?:moindre (?:souci|question)|besoin|quoi que ce soit)[^.!?\n]{0,20}\bsur mon (?:portable|mobile)\b", r"\b(?:bei fragen|wenn was ist|falls was ist)[^.!?\n]{0,20}\bhandy\b", r"\b(?:vid frågor|är det något)[^.!?\n]{0,20}\bmobilen\b", r"\bw razie (?:czego|pytań)[^.!?\n]{0,20}\bkomórk\w+\b",
    r"电话聊", r"打我电话",
    r"\bau t[eé]l\b", r"\bpor (?:el )?tel[eé]f\b", r"\bal tel\b", r"\bam tel\b", r"\bna tel\b",
    r"\bje (?:t'|vous )?appelle\b", r"\bcoups? de (?:fil|téléphone)\b", r"\bon s'appelle\b", r"\brappelle(?:-moi|-nous)?\b", r"\bessayé de (?:t'|vous )(?:avoir|joindre|appeler)", r"\b(?:te|le|la) marco\b", r"\bnos llamamos\b", r"\b(?:dame|deme) un telefonazo\b", r"\bci sentiamo (?:al telefono|per telefono|stasera|domani)\b", r"\b(?:wir|lass uns) (?:telefonieren|sprechen am telefon)\b", r"\bwe bellen\b", r"\bligo-te\b", r"\bfalamos (?:por|ao) telefone\b", r"\bzdzwonimy\b", r"\bvi hörs på telefon\b",
    r"\b(?:good|great|nice|thanks? (?:you )?for (?:the|our|your)|enjoyed our|after our) (?:\w+ )?(?:call|phone call)\b", r"\bcall(?:ed)? (?:me|you)\b", r"\b(?:just|please) (?:call|ring|text|phone)\b", r"\bgive me a (?:ring|call|buzz|bell|shout)\b", r"\b(?:i'll|i will|shall i|can i|could i|i'd) (?:call|ring|phone|give you a (?:call|ring))\b", r"\bon the phone\b", r"\bvoice ?mail\b", r"\bring (?:me|you)\b", r"\bbest number\b", r"\bmissed (?:your|my) call\b", r"\btried (?:you|calling|to call|ringing)\b", r"\bspeak(?:ing)? on the phone\b", r"\bterrible at email\b",
    r"\btelefonat\b", r"\btelefonieren\b", r"\brufen sie\b", r"\bruf (?:mich|doch)\b", r"\banrufen\b", r"\bmailbox hinterlassen\b", r"\bdurchwahl\b", r"\bangerufen\b", r"\berreiche ich sie\b",
    r"\bappelez[- ]moi\b", r"\bappelle[- ]moi\b", r"\bau téléphone\b", r"\btéléphonique\b", r"\bvous rappelle\b", r"\bmessagerie\b", r"\brappelez\b", r"\bllám[ae](?:me|la)\b", r"\bpor teléfono\b", r"\bte llamo\b", r"\bllamada\b", r"\bme liga\b", r"\bligo\b", r"\bpelo telefone\b", r"\bligação\b",
    r"\bmi chiami\b", r"\bal telefono\b", r"\btelefonata\b", r"\brichiam", r"\bbel me\b", r"\bbellen\b", r"\btelefonisch\b", r"\bgebeld\b", r"お電話", r"電話で", r"携帯に", r"给我打电话", r"电话联系",
    r"\b(?:catch|get|reach) (?:you|me) (?:on|by) (?:the |my |your )?(?:phone|mobile|cell)\b", r"\bgave (?:me|you) a (?:ring|call|bell)\b", r"\b(?:rang|phoned) (?:you|me)\b", r"\bleft (?:you )?a (?:message|voice ?mail|vm)\b", r"\bpick up the phone\b", r"\bquicker (?:by|on the) phone\b", r"\beasier (?:to talk|by phone|on the phone)\b", r"\bas (?:discussed|agreed|mentioned) (?:on|over|by) (?:the )?(?:phone|our call|today's call)\b", r"\bgood (?:talking|speaking|chatting) (?:to|with) you\b", r"\bgreat (?:talking|speaking|chatting) (?:to|with) you\b", r"\bmy (?:mobile|cell|direct line)\b", r"\bcall me back\b", r"\bphone call\b",
    r"\bgespräch am telefon\b", r"\bam telefon\b", r"\btelefonisch\b", r"\btelefoniert\b", r"\brückruf\b", r"\bruf(?:en)? (?:sie |du )?(?:mich|uns)\b", r"\bdurchklingeln\b", r"\bpar téléphone\b", r"\bpasse[rz]? (?:moi )?un coup de fil\b", r"\bnotre (?:appel|échange téléphonique)\b", r"\bde vive voix\b", r"\b(?:le|te) llam(?:o|aré)\b", r"\bhablamos por teléfono\b", r"\btelefon(?:e|ema)\b", r"\bligue-me\b", r"\bme ligue\b", r"\bper telefono\b", r"\bla chiamo\b", r"\bti chiamo\b", r"\baan de telefoon\b", r"\bbelt? (?:u|je) (?:mij|me)\b", r"\bik bel (?:je|u)\b", r"电话里",
    r"\b(?:send|give|text) me your (?:phone |mobile |cell )?number\b", r"\b(?:no|not) good (?:at|with) (?:typing|e-?mail|writing)\b", r"\b(?:good|great|nice) to (?:talk|speak|chat)\b", r"\bcombox\b", r"\b(?:meld|melde) (?:ich )?mich telefonisch\b", r"\bnach unserem anruf\b",
    r"\brozmow\w+ telefoniczn", r"\bzadzwoni", r"\b(?:oddzwoni|dodzwoni|przedzwoni)", r"\bpoczcie głosowej\b", r"\btelefon zwrotny\b", r"\bnumer telefonu\b", r"\bprzez telefon\b", r"\bring (?:mig|gärna)\b", r"\b(?:på|över|per) telefon\b", r"\b(?:ringer|ringde) (?:jag |dig|upp)", r"\bjag (?:ringer|ringde)\b", r"\btelefonsvarare", r"(?:回我?电话|打电话|来电|语音留言)",
    r"\bjag ringer\b", r"\btack för (?:\w+ ){0,2}samtal(?:et)?\b", r"\bhörs vi på tråden\b", r"\bmissed your call\b", r"\b(?:danke|dank) für (?:das|ihr|dein) (?:telefonat|gespräch am telefon)\b", r"\bmerci pour (?:l'appel|votre appel|ton appel|le coup de fil)\b", r"\bgracias por (?:la llamada|llamar)\b", r"\bobrigad[oa] pel[ao] (?:chamada|ligação|telefonema)\b", r"\bgrazie (?:per|della) (?:la )?(?:telefonata|chiamata)\b", r"\bdank (?:je |u )?voor (?:de|het) (?:telefoon(?:tje)?|belletje|telefoongesprek)\b", r"\bbellen (?:wij|we)\b", r"\bte llamé\b", r"\bte liguei\b", r"\bdzwonił[ae]m\b", r"お電話ありがとう",
)  # fmt: skip
PREFERS_PHONE = any_of(
    r"\bslå (?:mig|mej) en signal\b[^.\n]{0,40}\b(?:lättast|enklast|snabbast|helst)\b", r"\bfrågor, ring\b",
    r"\b(?:ring|call|phone)(?: me)? rather than (?:write|writing|mail|e-?mail\w*|type|typing)\b", r"\bwolę (?:gadać|rozmawiać|pogadać|porozmawiać) niż (?:pisać|mailować)\b", r"\b(?:ruf|rufen sie) (?:mich )?lieber an\b", r"\bréglé (?:ça |cela )?par téléphone\b",
    r"\b(?:don['’]?t|do not) (?:do|like) (?:e-?mails?)\b", r"\bdon['’]?t write\b(?! (?:him|her|them|us|it|anything|off))", r"\bgive us a (?:bell|ring|call|buzz|shout)\b", r"\bn['’][eé]cri(?:vez|s) pas\b", r"\b(?:vous m'appelez|tu m'appelles)\b", r"\bje lis mes mails? (?:le|une|que)\b",
    r"\b(?:quicker|faster|easier|mais rápido|más rápido|plus (?:rapide|simple)|più (?:veloce|rapido|semplice)|schneller|einfacher|sneller|snabbare|szybciej) (?:do )?(?:que|als|than|che|dan|än|niż) (?:(?:o|le|un|per|par|por|het|ett|by|via) )?(?:e-?mails?|mails?|correo|mejl|courriel)\b",
    r"\b(?:and not|not|rather than) (?:by|via|over|in) (?:e-?)?mail\b(?! (?:address|alone))", r"\bnicht per (?:e-?)?mail\b", r"\b(?:et )?(?:pas|non) par (?:e-?)?(?:mail|courriel)\b", r"\b(?:y )?no por (?:correo|mail|e-?mail)\b", r"\b(?:e )?não por (?:e-?)?mail\b", r"\bnon (?:via|per|con le) (?:e-?)?mail\b", r"\bniet (?:per|via) (?:e-?)?mail\b", r"\binte (?:via|per|på) (?:mejl|mail|e-?post)\b", r"\bnie (?:mailem|mailowo|przez (?:e-?)?mail\w?)\b",
    r"直接打(?:我)?电话", r"邮件[^。\n]{0,8}(?:几天才看|很少看|不常看|看得少)",
    r"(?:質問|連絡|返事)[^。\n]{0,8}(?:電話(?:して|で)|お電話)", r"メール(?:は|を)(?:ほとんど|あまり|めったに)(?:読|見|チェック)",
    r"\bessayé de (?:t'|vous )avoir\b", r"\brappelle(?:-moi)? quand tu (?:peux|veux)\b", r"\brappelez(?:-moi)? quand vous (?:pouvez|voulez)\b", r"\bje (?:ne )?suis (?:pas très|une catastrophe|une cata) (?:par |avec les |en )?(?:e-?mails?|mails?)\b",
    r"\b(?:liguei-te|te liguei|lhe liguei|liga quando|liga-me|não atendes?te|não atendeu|chamada perdida)\b", r"\b(?:te|le) llamé\b", r"\bdevu[eé]lv[ae]me la llamada\b", r"\bno (?:me )?(?:coges|contestas)\b", r"\b(?:t'ai|vous ai) (?:appelée?|laissé un message)\b", r"\bessayé de (?:te|vous) (?:joindre|appeler)\b", r"\b(?:ti|la) ho chiamat", r"\bprovato a chiamar", r"\brichiam(?:ami|i pure)\b", r"\bversucht,? (?:dich|sie) (?:anzurufen|zu erreichen)\b", r"\bruf (?:kurz )?durch\b", r"\bbel (?:je |u )?(?:me|mij) (?:even )?terug\b", r"\bvoicemail (?:ingesproken|achtergelaten)\b", r"\bliever aan de (?:lijn|telefoon)\b", r"\b(?:rather|sooner) talk than\b", r"\bcall or text\b", r"折り返し", r"お電話(?:しま|差し上げ)したが",
    r"\b(?:direkt |einfach )?aufs handy\b", r"\bkurzer anruf genügt\b", r"\be-?mails? lese ich\b", r"\bmails lese ich\b", r"\b(?:call|ring) my (?:cell|mobile|phone)\b", r"\bon the cell\b", r"\blive on the phone\b", r"\bnot e-?mail\b",
    r"\b(?:just |please |simply )?(?:call|ring|phone|text) me\b", r"\bgive me a (?:ring|call|buzz|bell|shout)\b", r"\bpick up the phone\b", r"\b(?:you|cold feet|doubts?) ring me\b", r"\bleft (?:you )?(?:a |an )?(?:message|msg|voice ?mail|vm)\b", r"\bvoice ?mail\b", r"\btried (?:you|calling|to call|ringing)\b", r"\bcalled you\b", r"\bmissed (?:your|my) call\b", r"\bring my\b", r"\bphone tag\b", r"\b(?:easier|quicker|better|faster) (?:to (?:catch|reach|get) me )?(?:by|on|over) (?:the )?phone\b", r"\bcatch me by phone\b", r"\bterrible (?:at|with) e-?mail\b", r"\b(?:do not|don't) live in (?:my )?e-?mail\b", r"\bhardly (?:look|read)\b", r"\bphone person\b", r"\brather (?:talk|speak|call)\b",
    r"\brufen sie (?:mich|doch|einfach)\b", r"\bruf (?:mich|doch|einfach)\b", r"\bmailbox (?:voll|hinterlassen)\b", r"\bnicht erreicht\b", r"\btelefon-?typ\b", r"\bam (?:besten|liebsten) (?:telefonisch|am telefon|anrufen)\b", r"\bappelez[- ]moi\b", r"\bappelle[- ]moi\b", r"\brappelez[- ]moi\b", r"\bpassez-moi un coup\b", r"\bmessagerie\b", r"\bde vive voix\b",
    r"\bll[aá]m[ae]me\b", r"\bme llamas\b", r"\bte he llamado\b", r"\bnicht erwischt\b", r"\bgeht (?:immer )?schneller\b", r"\bpor teléfono (?:mejor|es mejor|mejor que)\b", r"\bbuzón de voz\b", r"\bme lig(?:a|ue)\b", r"\blig(?:ue|a)-me\b", r"\bcaixa postal\b", r"\bmi chiami\b", r"\bchiamami\b", r"\bsegreteria telefonica\b", r"\bbel me\b", r"\bvoicemail\b", r"お電話(?:ください|いただけ)", r"留守番電話", r"给我打电话",
    r"\b(?:please )?(?:don't|do not) (?:e-?mail|write to)(?: me)?\b(?! (?:him|her|them|us))", r"\b(?:no|not) good (?:at|with) (?:typing|e-?mails?)\b", r"\b(?:hate|hopeless (?:at|with)|useless (?:at|with)|bad (?:at|with)) (?:typing|e-?mails?)\b", r"\bonly (?:see|look at|check|read) (?:these|it|this|my e-?mails?|e-?mails?) (?:once|on|at)\b", r"\bcombox\b", r"\bauf die mailbox gesprochen\b", r"\bmails? (?:les|schau|seh)e? ich\b[^.\n]{0,30}\b(?:nur|kaum|selten|nie)\b", r"\bmachen wir (?:das )?(?:lieber )?am telefon\b",
    r"\bpreferisco (?:parlarne|sentirci|parlare) (?:a voce|al telefono|per telefono)\b", r"\bprefiero (?:hablar|hablarlo|comentarlo) (?:por teléfono|de viva voz)\b", r"\bprefiro (?:falar|conversar) (?:por|pelo|ao) (?:telefone|telemóvel)\b", r"\bje préfère (?:en parler|parler|qu'on se parle|vous parler|te parler) (?:au|par) téléphone\b", r"\b(?:lieber|besser) (?:kurz )?(?:telefonisch|am telefon|per telefon)\b", r"\b(?:liever|beter) (?:even )?(?:telefonisch|aan de telefoon|bellen)\b",
    r"\bprosz[ęe] (?:o telefon zwrotny|o telefon|dzwonić|do mnie (?:za)?dzwonić|oddzwonić)\b", r"\bzadzwoń (?:do mnie|proszę|po prostu)\b", r"\bdodzwonić\b", r"\bpoczcie głosowej\b", r"\bwolał\w* (?:porozmawiać|omówić|zadzwonić|nie (?:załatwiać|pisać))", r"\bring (?:mig|gärna|bara)\b(?! om du (?:går|inte hittar))", r"\b(?:sökt|försökt nå|ringt) dig\b", r"\b(?:hellre|helst|lättast) (?:på|över|per) telefon\b", r"\btar det hellre (?:på|över|per)\b", r"(?:お電話でお話し|電話の方が|お電話の(?:ほう|方)が)", r"(?:回(?:我)?(?:个)?电话|还是打电话|电话(?:里|上)(?:聊|谈|说)(?:更|比较)?)",
    r"お電話(?:を)?(?:いた)?しましたが", r"お?電話を(?:ください|下さい|いただけ|頂け|頂戴|お願い)", r"ご?連絡(?:は|も)お?電話(?:で|に)", r"メール(?:は|の)(?:確認|返信|チェック|お返事)が(?:遅|でき)", r"メールが苦手", r"(?:邮件|邮箱)(?:我)?(?:看得|回得|不常|很少|不太)", r"(?:请|麻烦)(?:您|你)?(?:直接)?(?:致电|回电|打我)", r"给(?:您|你)打(?:过|了)(?:个)?电话", r"电话(?:没(?:有)?(?:打通|接通)|无人接听)",
    r"\b(?:rarely|seldom|slow to|hardly|never) (?:check|read|see|answer|look at) (?:my |the )?(?:e-?mails?|inbox)\b", r"\b(?:rubbish|slow|poor|crap|awful) (?:at|on|with) (?:the )?e-?mails?\b", r"\b(?:lis|regarde|consulte) (?:peu|rarement|très peu|à peine) (?:mes |les )?(?:e-?mails|mails|courriels)\b", r"\b(?:leo|miro|veo) (?:poco|tarde|apenas) (?:el |los )?(?:correo|mail|email)s?\b", r"\b(?:vejo|leio|abro) (?:pouco|raramente|mal) (?:o |os )?e-?mails?\b", r"\b(?:leggo|guardo|apro) (?:poco|di rado|raramente|tardi) (?:la posta|le e-?mail|le mail)\b", r"\b(?:lees|bekijk|check) (?:ik )?(?:amper|zelden|weinig|nauwelijks) (?:mijn )?(?:e-?)?mails?\b", r"\b(?:e-?)?mails? (?:lees|bekijk|check) ik (?:amper|zelden|weinig|nauwelijks|laat)\b", r"\b(?:läser|kollar) (?:sällan|knappt) (?:mejl|mail|mejlen|mailen)\b", r"\b(?:rzadko|mało) (?:czytam|sprawdzam|zaglądam do) (?:maile|poczt\w+|skrzynk\w+)",
    r"\bcan i (?:ring|call|phone) you\b(?=[^.!?\n]{0,40}\b(?:e-?mail|typing)|\?? +(?:my|mine|\d))", r"\bphone(?:'s| is) (?:better|easier|best|quicker)\b", r"\b(?:just|simply|rather|please) phone\b", r"\blieber an(?:rufen)?\b", r"\brufen sie (?:\w+ )?(?:an|durch)\b", r"\bruf (?:mich )?an\b(?! (?:der|die|das|dem))", r"\bklingel(?:n sie)? (?:\w+ )?durch\b", r"\bkein (?:e-?)?mail-?mensch\b", r"\bt[eé]l[eé]phone[rz]?-moi\b", r"\b(?:un|d'un) coup de fil\b[^.!?\n]{0,15}\b(?:et|suffit|réglé|plutôt)\b", r"\bdame un toque\b", r"\bdame una llamada\b", r"\bm[ea] d[aá] uma ligad", r"\bdá-me um toque\b", r"\bnão sou (?:muito )?de e-?mail", r"\b(?:desastre|negad[oa]|mal[oa]|péssim[oa]|nul+e?|imbranat[oa]|schiappa|impedit[oa]) (?:com|con|en|em|avec|par) (?:o |os |el |la |le |les )?(?:e-?)?(?:mails?|correos?|posta)\b", r"\bcon le (?:e-?)?mail sono\b", r"\bfammi uno squillo\b", r"\bdammi un colpo di telefono\b", r"\b(?:ti|la) ho cercat[oa]\b", r"\b(?:liever|beter|gewoon|graag) (?:even )?bellen\b", r"\bbel (?:je|jij|u) (?:mij|me)\b", r"\bbel (?:maar|gewoon|gerust)\b(?! (?:als|zodra) (?:je|u) (?:er|voor|niet|verdwaald|de))", r"\bgeprobeerd (?:je|u) te bellen\b", r"\bprobeerde (?:je|u) te bellen\b", r"\bmail is traag\b",
    r"\bslå (?:mig )?en signal\b", r"\bring,? (?:inte mejl\w*|mejla inte|maila inte)\b", r"\b(?:ring|slå) när du (?:har|kan|hinner)\b", r"\bsökte dig\b", r"\b(?:läser|kollar|svarar på) (?:knappt|sällan|inte) (?:på )?(?:mejl|mail)", r"\b(?:värdelös|usel|dålig|hopplös) på (?:att )?(?:mejl|mail|skriva)", r"\bfå(?:r)? (?:jag )?ringa dig\b", r"\bta(?:r)? (?:vi |det )?(?:det )?(?:per|på|över) (?:telefon|tråden)\b", r"\b(?:hörs|höras) (?:vi )?på tråden\b", r"\bprosz[ęe] dzwonić\b", r"\bna maile nie (?:odpisuję|odpowiadam)\b", r"\bzadzwoń,? (?:jak|kiedy|gdy)\b(?! (?:nie|będziesz na|dojedziesz))", r"\bdzwonił[ae]m\b", r"メールより(?:も)?(?:お)?電話", r"お?電話(?:の方)?が(?:早|助か|確実)", r"(?:打|拨)我(?:的)?(?:手机|电话)", r"(?:刚|刚才|昨天)(?:给(?:您|你))?打电话没",
    r"\brather (?:do|discuss|have|go over) (?:this|it|that) (?:by|over|on the) phone\b", r"\b(?:am besten )?erreichen sie mich (?:am besten )?(?:mobil|telefonisch|am handy)\b", r"\bbitte (?:um )?rückruf\b", r"\bbei (?:ihnen|dir) probiert\b", r"\brufst du (?:mich|kurz|mal)\b", r"\b(?:joignez|contactez)[- ]moi (?:plutôt )?(?:sur mon|par) (?:portable|téléphone|mobile)\b", r"\bförsökt?e? (?:nå|ringa) dig\b", r"\bring upp\b", r"给我打个?电话", r"打(?:您|你)(?:的)?电话没",
    r"\b(?:värdelös|usel|dålig|hopplös) (?:på|med) (?:mejl|mail|e-?post)", r"\binga (?:fler )?(?:mejl|mail)\b", r"\b(?:negat[oa]|scars[oa]|un disastro) con (?:le |la )?(?:e-?mail|mail|posta)\b", r"\b(?:nule?|fâchée?) (?:en|avec les) (?:e-?mails?|mails?)\b", r"\b(?:fatal|negad[oa]|un desastre) (?:con|para) (?:el |los )?(?:correos?|e-?mails?|mails?)\b", r"\b(?:péssim[oa]|um desastre|terrível) (?:com|em|de) (?:os? )?e-?mails?\b", r"\b(?:slecht|hopeloos|waardeloos) (?:met|in) (?:e-?)?mail(?:en|s)?\b", r"\b(?:słab[yao]|beznadziejn[yao]) (?:z|w|do) (?:maila\w{1,3}|maili|mailach)\b", r"\b(?:schlecht|miserabel|hoffnungslos) (?:mit|in|bei) (?:e-?)?mails?\b",
)  # fmt: skip
"""Who says so would rather talk than write; a call agreed by mail alone says nothing."""
REFUSES_MAIL = any_of(
    r"\b(?:don't|do not|no need to|never|please stop) (?:bother )?(?:e-?mail(?:ing)?|writ(?:e|ing)|mailing)(?: me)?(?=[,.;!:)\n]|$)(?! (?:him|her|them|us))", r"\bnot? e-?mails?(?: please| anymore)?(?=[,.;!)\n]|$)", r"\b(?:call|ring|phone)(?: me)?,? (?:don't|do not|not) (?:e-?mail|write|mail)\b", r"\bschreib(?:en sie|t)? (?:mir |bitte )*(?:nicht|keine (?:e-?)?mails?)\b(?! (?:an|bevor|mehr an|ihm|ihr))", r"\bnicht (?:schreiben|mailen)(?=[,.;!)\n]|$)", r"\bkeine (?:e-?)?mails? (?:bitte|mehr)\b", r"\b(?:ne m'écri(?:vez|s) pas|n'écri(?:vez|s) pas|pas (?:de|par) mails?)(?=[,.;!)\n]|$)", r"\bno (?:me )?escribas\b(?! (?:a|al)\b)", r"\bno me escriba\b(?! (?:a|al)\b)", r"\bnão (?:me )?escrevas?\b(?! (?:para|a)\b)", r"\bnon (?:scrivere|scrivermi|mi scriva|mandare (?:e-?)?mail)(?=[,.;!)\n]|$)", r"\b(?:niet|liever niet) (?:mailen|schrijven)(?=[,.;!)\n]|$)", r"\bmail (?:me |mij )?(?:maar )?niet\b", r"\b(?:mejla|maila|skriv) (?:inte|ej)\b(?! till)", r"\binga (?:mejl|mail)\b", r"\b(?:proszę )?nie pis(?:z|ać)(?: (?:maili|do mnie))?(?=[,.;!)\n]|$)", r"メール(?:は|で)(?:なく|不要|しないで)", r"(?:不要|别|不用)(?:再)?(?:给我)?(?:发|写)邮件",
)  # fmt: skip
"""Who says so does not want to be written to at all."""
ASKS_FOR_MONEY = any_of(
    r"\b(?:processing|visa|training|equipment|registration|background[- ]check|refundable) (?:\w+ )?(?:fee|deposit|charge)s?\b", r"\b(?:copy|scan|photo) of (?:your )?(?:passport|id)\b", r"\b(?:passport|id) (?:copy|scan)\b", r"\bbank (?:account|details)\b", r"\b(?:ssn|social security number|void(?:ed)? cheque|gift cards?)\b", r"\b(?:ausweiskopie|passkopie|bankdaten|kaution|bearbeitungsgebühr)\b", r"\b(?:copie de (?:votre |ton )?passeport|coordonnées bancaires|frais de dossier|caution de)\b",
    r"\b(?:copia del? (?:su |tu |seu )?(?:pasaporte|passaporto|passaporte)|datos bancarios|dados bancários|coordinate bancarie|gastos de gestión|taxa de inscrição|spese di pratica)\b", r"\b(?:kopie van (?:je |uw )?paspoort|bankgegevens|borg van|kopia av (?:ditt )?pass|bankuppgifter|skan paszportu|opłat[aęy] (?:rekrutacyjn|manipulacyjn)\w+)\b", r"(?:手数料|保証金|パスポートのコピー|口座情報|押金|保证金|护照复印件|银行卡号)",
)  # fmt: skip
"""What a stranger wants who only pretends to offer a job."""
INTERVIEWS_OTHERS = folded(
    r"\b(?:named|given|listed|nominated|put) you (?:down )?as (?:a|their|his|her|one of (?:his|her|their)) (?:reference|referee)", r"\b(?:sie|dich) als referenz (?:angegeben|genannt|benannt)\b", r"\b(?:vous|t')(?: a|a) (?:cité|donné|indiqué|citée|indiquée) (?:comme|en) référence\b", r"\b(?:le|la|te) ha (?:dado|indicado|puesto|nombrado) como referencia\b", r"\b(?:indicou|deu)-?(?:o|a|te|lhe)? ?(?:\w+ )?como referência\b", r"\b(?:l'ha|la ha|ti ha) (?:indicat[oa]|dat[oa]) come referenza\b", r"\b(?:u|je) (?:als|op) referent(?:ie)? (?:op)?gegeven\b|\bopgegeven als referent", r"\b(?:angett|uppgett|angivit) (?:dig|er) som referens\b", r"\bopgivet dig som reference\b", r"\b(?:podał|wskazał)[ao]? (?:panią|pana|cię) (?:jako|do) referenc",
    r"\b(?:interview|interviewing) (?:with |of |for )?(?:the|an?|our|this|your) (?:\w+ )?(?:candidate|applicant)\b", r"\b(?:you(?:'re| are| will be)|can you|could you|would you|please) (?:interview|interviewing|join the panel|sit on the panel|take the interviews?|meet)\b.{0,40}\b(?:candidates?|applicants?)\b", r"\bcandidate (?:debrief|packet|scorecard|feedback form|slate)\b", r"\bfeedback (?:on|about) (?:the|this|your) candidate\b", r"\binterview kit\b", r"\bare the interview panel\b",
    r"\b(?:gespräch|interview) (?:mit|zu) (?:dem|der|einem|einer|unserem) (?:bewerber|kandidat)(?:in|en)?\b", r"\b(?:sollicitatie)?gesprek (?:met )?(?:de |een |onze )?kandidaat\b", r"\bentretien (?:avec )?(?:le |la |un |une |du |de la |d'un |d'une )candidate?\b", r"\bentrevista (?:a|al|a la|con|com|ao|à|con el|con la|de|del) ?(?:un |una |o |a )?candidat[oa]\b", r"\bcolloquio (?:con |del |della )(?:il |la |un |una )?candidat[oa]\b", r"候補者(?:との|の)?面接", r"面接官(?:を)?(?:お願い|ご担当)",
)  # fmt: skip
"""For text in lower case. Who reads so is asked to interview somebody: no process of their own.

`We are interviewing candidates` is said to candidates too, so that one person is meant here."""
APPLIES = folded(
    r"\b(?:i (?:had|did|just had|survived|went to) (?:my|the|an) (?:\w+ )?interview (?:at|with)|(?:they|it) (?:made|gave) me an offer|i got the (?:job|offer)|they (?:want|wanted) me for a second)\b", r"\b(?:ich hatte (?:gestern |heute |gerade )?(?:mein|das|ein)\w* (?:vorstellungs)?gespräch bei|(?:sie|die) haben mir (?:die stelle|den job|ein angebot))\b", r"\b(?:j'ai (?:passé|eu) (?:mon |l'|un )?entretien (?:chez|à|avec)|ils m'ont (?:fait une offre|prise?))\b",
    r"\b(?:(?:hice|tuve|pasé) (?:la|mi|una) entrevista (?:en|con)|me (?:han hecho|hicieron|dieron) (?:una oferta|el (?:trabajo|puesto)))\b", r"\b(?:fiz (?:a|uma) entrevista (?:n[ao]|em|com)|me (?:fizeram|deram) (?:uma proposta|a vaga|o emprego))\b", r"\b(?:ho fatto il (?:mio )?colloquio (?:da|in|con|alla|all')|mi hanno (?:fatto un'offerta|pres[oa]))", r"\b(?:ik (?:had|heb) (?:mijn|het|een) (?:sollicitatie)?gesprek (?:gehad )?bij|ze hebben mij (?:een aanbod|aangenomen))\b",
    r"\b(?:jag (?:var på|hade) (?:min |en )?intervju (?:hos|på|med)|jag fick (?:jobbet|erbjudandet))\b", r"\b(?:jeg (?:var til|havde) (?:min |en )?(?:job)?samtale (?:hos|på)|jeg fik jobbet)\b", r"\b(?:(?:byłem|byłam) na rozmowie (?:w|u)|dostał[ae]m (?:tę pracę|ofertę))\b", r"面接(?:を)?受けてきた|内定(?:を)?もらった|(?:面试完了|拿到offer了|收到offer了)",
    r"\bmy (?:application|cv|resume|résumé|candidacy)\b", r"\bthank you for (?:inviting me|the invitation|asking me) to (?:the |an )?interview\b", r"\b(?:attached|enclosed) (?:is|please find) my (?:cv|resume|résumé|application|cover letter)\b", r"\bmeine? (?:bewerbung|lebenslauf|bewerbungsunterlagen)\b", r"\bmon cv\b", r"\bma candidature\b", r"\bmi (?:cv|currículum|candidatura)\b", r"\b(?:meu currículo|minha candidatura)\b", r"\b(?:il mio cv|la mia candidatura)\b", r"\bmijn (?:cv|sollicitatie)\b", r"私の(?:履歴書|応募)",
    r"\bi(?:'m| am| would like to|'d like to|'d love to| want to| wish to) apply(?:ing)? (?:for (?:the|an?|your|this)|to (?:be|join|work)|at your)\b", r"\bmy portfolio is (?:attached|enclosed)\b", r"\b(?:hiermit |gerne? )?(?:bewerbe ich mich|möchte ich mich (?:\w+ ){0,4}bewerben)\b", r"\bich (?:bewerbe mich|möchte mich (?:\w+ ){0,6}bewerben)\b", r"\bje (?:postule|souhaite postuler|voudrais postuler|suis candidate? (?:au|à))\b", r"\bmon portfolio\b",
    r"\b(?:me postulo|quisiera (?:postular|presentar mi candidatura))\b", r"\b(?:candidato-me|gostaria de me candidatar)\b", r"\bmi candido (?:a|al|alla|per)\b", r"\b(?:hierbij solliciteer ik|ik solliciteer (?:naar|op|bij)|mijn portfolio)\b", r"\b(?:jag söker (?:praktik|tjänsten|jobbet|rollen|en praktik)|min ansökan|mitt cv)\b", r"\b(?:jeg søger (?:praktik|stillingen|jobbet|en praktik)|min ansøgning|mit cv)\b", r"\b(?:moje cv|moja aplikacja|aplikuję na)\b", r"(?:応募いたします|応募させていただき)", r"我(?:想|来|要)?(?:应聘|投递)|我的简历",
)  # fmt: skip
"""For text in lower case. What applicants write: who reads it is on the other side."""
COMES_FROM = re.compile(
    r"\b(?:it's|this is|i'm|i am|hier ist|ich bin|ici|c'est|je suis|soy|aqui|sono|sou|ik ben|jag ar|tu) "
    r"(?:\w+ ){1,3}(?:from|of|at|with|von|aus|de|da|di|van|bei|chez|del|della|dello|dal|do|fran|z) ?"
    r"(?:[\w&'-]+ ?){1,4}"
)
"""Who says where they come from, folded: `it's Tess from Lodestar`."""
OPENS = folded(
    r"\b(?:vi söker|söker) en [\wåäöé-]+ (?:till|som|i)\b",
    r"\bär du sugen på\b",
    r"\b(?:thank\w*|dank\w*|merci|gracias|obrigad[oa]|grazie|bedankt|leuk|tack|dziękuj\w+)[^.!?\n]{0,20}\b(?:you (?:have )?applied|beworben (?:hast|haben)|postulé|candidaté|presentar(?:te|se)|inscribir(?:te|se)|postular(?:te|se)?|candidatado|candidatar-se|candidatad[oa]|essert?i candidat[oa]|essersi candidat[oa]|hebt gesolliciteerd|gesolliciteerd|(?:za )?zgłoszenie|(?:za )?aplikacj\w+)\b",
    r"感谢(?:您|你)的?(?:投递|申请)",
    r"\bbuscamos\b",
    r"\bestamos buscando\b",
    r"\bprocuramos\b",
    r"\bcerchiamo\b",
    r"\bzoeken\b",
    r"\bsuchen\b",
    r"\b(?:on|nous) cherch",
    r"\bszukamy\b",
    r"\bsöker\b",
    r"\b(?:hat|name) in(?:to)? the (?:ring|mix)\b",
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
CONTINUES = any_of(
    r"\bgostei (?:muito |bastante )?d[ae] (?:nossa )?(?:conversa|papo|entrevista|reunião)\b",
    r"\bnossa conversa d[eao]\b",
    r"\bme gustó (?:mucho )?(?:nuestra|la) (?:charla|conversación|entrevista|reunión)\b",
    r"\bmi è piaciut[oa] (?:molto )?(?:il|la|parlare|conoscer)\b",
    r"\b(?:unser|das) gespräch (?:am|vom|neulich|letzte) \w+ hat\b",
    r"\bapprécié (?:notre|cet) (?:échange|entretien|conversation)\b",
    r"\bleuk (?:gesprek|je gesproken)\b",
    r"\bgoed gesprek gehad\b",
    r"\bkul att (?:träffas|prata)\b",
    r"\btack för (?:samtalet|mötet|intervjun)\b",
    r"\bmiło się rozmawiało\b",
    r"\b(?:enjoyed|liked|loved) (?:talking|meeting|speaking|(?:our|the|your|this) (?:\w+ )?(?:interview|conversation|chat|meeting|talk|call|visit|afternoon|morning|discussion))\b",
    r"\b(?:it was|was) (?:\w+ )?(?:fun|good|great|lovely|nice|a pleasure) (?:talking|speaking|meeting|to)\b",
    r"\bthank(?:s| you) for (?:this|yesterday|today|last)\b",
    r"\bthank(?:s| you) (?:again )?for (?:coming|your visit|visiting|meeting|the (?:call|chat|talk|visit|conversation)|(?:your|taking the) time|taking)\b",
    r"\b(?:good|great|nice|lovely) (?:to meet|meeting|talking|speaking|to talk|to speak)\b",
    r"\bafter (?:our|your) (?:\w+ )?(?:calls?|chats?|talks?|visits?|interviews?|meetings?|conversations?)\b",
    r"\bfollowing (?:our|your|on from)\b",
    r"\bas (?:discussed|agreed|promised)\b",
    r"\byour question\b",
    r"\b(?:nach|bei|in|seit) (?:unserem|ihrem|deinem) (?:gespräch|besuch|telefonat|termin)\b",
    r"\brückfrage\b",
    r"\b(?:im|beim) (?:\w+-)?(?:gespräch|telefonat|termin) (?:hatten|haben|sagten|fragten)\b",
    r"\bwie (?:besprochen|vereinbart|versprochen)\b",
    r"\b(?:danke|dank) (?:noch einmal |nochmals )?für (?:das|ihren|deinen|ihr|dein) (?:gespräch|besuch|telefonat|kommen)\b",
    r"\bsuite à (?:notre|votre)\b",
    r"\bmerci (?:encore )?(?:pour|de) (?:votre (?:visite|venue|temps)|l'échange|notre échange|hier)\b",
    r"\bcomme (?:convenu|promis)\b",
    r"\btras (?:nuestra|tu|su)\b",
    r"\bgracias por (?:venir|la (?:charla|visita|entrevista)|tu (?:visita|tiempo)|su (?:visita|tiempo))\b",
    r"\bcomo (?:hablamos|quedamos|combinado|combinámos)\b",
    r"\bapós (?:a )?(?:nossa|sua)\b",
    r"\bobrigad[oa] (?:pela|por) (?:conversa|visita|vinda|vir)\b",
    r"\bdopo (?:il nostro|la sua|la tua|la nostra)\b",
    r"\bgrazie per (?:il colloquio|la (?:visita|chiacchierata)|essere)\b",
    r"\bcome (?:promesso|d'accordo)\b",
    r"\bna (?:ons|je|uw) (?:gesprek|bezoek)\b",
    r"\bbedankt voor (?:het (?:gesprek|bezoek)|je komst|uw komst)\b",
    r"\bzoals (?:besproken|beloofd)\b",
    r"\btack för (?:senast|samtalet|besöket)\b",
    r"先日は",
    r"お時間をいただき",
    r"上次(?:聊|见)",
)
"""What goes on with a talk that was held before."""
DIFFERENT = folded(
    r"\bsomething (?:quite |very |entirely |completely |rather |a (?:bit|little) )?(?:different|else)\b", r"\b(?:etwas|was) (?:ganz |völlig )?anderes\b", r"\btout autre chose\b", r"\balgo (?:muy |completamente |totalmente )?distinto\b", r"\balgo (?:muito |completamente )?diferente\b", r"\bqualcosa di (?:molto |completamente |tutto )?diverso\b", r"\biets (?:heel |totaal )?anders\b", r"\bnågot (?:helt )?annat\b", r"\bcoś (?:zupełnie |całkiem )?innego\b", r"(?:全く|まったく)別|完全不同的",
    r"\b(?:an)?other (?:matter|thing|story) (?:from|than|to)\b", r"\ba different (?:matter|thing) (?:from|than|to)\b", r"\beine andere (?:sache|geschichte|baustelle) als\b", r"\bautre chose que (?:ce|celle|celui|le|la)\b", r"\botra cosa (?:distinta )?(?:que|de) l[oa]\b", r"\boutra coisa (?:que|diferente) ", r"\b(?:un'altra|altra) (?:cosa|faccenda) rispetto\b",
    r"\biets anders dan (?:de|het|die|dat|wat|waar)\b", r"\b(?:annan|helt annan) (?:sak|grej|historia) än\b", r"\bnoget (?:helt |ganske )?andet\b(?: end)?", r"\ben (?:helt |ganske )?anden (?:sag|ting|stilling|rolle|opgave) end\b", r"\bcoś innego niż\b", r"\binna sprawa niż\b",
)  # fmt: skip
"""What an agency writes above another vacancy; in a talk that goes on it may be of anything."""
SEPARATE_FOLDED = folded(
    r"\bsta(?:at|an) (?:\w+ )?los van\b", r"\bnothing to do with what\b", r"\bhat nichts mit dem zu tun\b", r"\bno tiene relación con lo (?:que|de|otro)\b", r"\bnon c'entra (?:nulla |niente )?con (?:quello|l'altr[oa])\b", r"\bnão tem relação com (?:o que|a outra|o outro)\b", r"\bhar inget med det (?:du|ni|andra)\b", r"\bnie ma (?:nic wspólnego|związku) z (?:tym|tamt)\w*\b",
    r"\bour other (?:school|site|house|clinic|hospital|hotel|branch|plant|office)\b", r"\bunser(?:e|em|er)? andere[snrm]? (?:haus|schule|standort|werk|klinik|hotel)\b", r"\bnotre autre (?:établissement|site|clinique|école|maison|usine)\b", r"\bnuestr[oa] otr[oa] (?:centro|colegio|sede|hotel|clínica|hospital)\b", r"\bnoss[oa] outr[oa] (?:escola|unidade|hotel|clínica|loja)\b", r"\bl'altr[oa] nostr[oa] (?:sede|scuola|struttura|clinica)\b", r"\bonze andere (?:school|vestiging|locatie|kliniek)\b", r"\bsin que una cosa quite (?:la|a la) otra\b",
    r"\bnot instead of\b", r"\bnicht (?:statt|anstelle) (?:der|des|von)\b", r"\bpas à la place d[eu]\b", r"\bno en lugar de\b", r"\bnão em vez d[aeo]\b", r"\bnon al posto d\w+\b", r"\bniet in plaats van\b", r"\binte i ?stället för\b", r"\bnie zamiast\b",
    r"\b(?:los van|onafhankelijk van|apart from|aside from|abgesehen von|unabhängig von|aparte de|oltre a|fristående från) \w+[:,]",
    r"\bwithout prejudice to\b", r"\bunbeschadet (?:der|des|ihrer|deiner)\b", r"\bsans préjudice d[eu]\b", r"\bsin perjuicio de\b", r"\bsem prejuízo d[aeo]\b", r"\bfatt[oa] salv[oa]\b", r"\bonverminderd (?:de|het)\b",
    r"\bsans (?:aucun )?rapport avec\b", r"\bautre piste\b", r"\botra pista\b", r"\bun'altra pista\b", r"\boutra pista\b",
    r"\b(?:two|2) (?:quite |completely |entirely )?(?:different|separate|distinct|independent) (?:searches|processes|roles|jobs|positions|recruitments|vacancies|openings|things|teams)\b", r"\bzwei (?:ganz )?(?:getrennte|verschiedene|unterschiedliche|eigene) (?:verfahren|stellen|besetzungen|prozesse|positionen|rollen|dinge|paar schuhe)\b", r"\bdeux (?:recrutements|postes|processus|démarches|choses) (?:bien |tout à fait )?(?:distincte?s|différente?s|séparée?s|à part)\b",
    r"\bdos (?:procesos|puestos|búsquedas|vacantes|cosas) (?:distint[oa]s|diferentes|separad[oa]s|independientes)\b", r"\bdo(?:is|uas) (?:processos|vagas|recrutamentos|coisas) (?:distint[oa]s|diferentes|separad[oa]s|independentes)\b", r"\bdue (?:selezioni|processi|posizioni|ricerche|cose) (?:distint[ei]|divers[ei]|separat[ei])\b", r"\btwee (?:aparte|verschillende|losse|gescheiden) (?:procedures|trajecten|vacatures|functies|dingen)\b",
    r"\btvå (?:helt )?(?:skilda|olika|separata) (?:rekryteringar|processer|tjänster|roller|saker)\b", r"\bdwie (?:osobne|różne|odrębne|oddzielne) (?:rekrutacje|sprawy|role|oferty)\b", r"(?:別々|別|異なる)の?(?:選考|求人|ポジション)", r"两个(?:不同|独立|分开)的?(?:岗位|流程|职位|招聘)", r"\bhar (?:\w+ )?en ansökan inne\b",
    r"\b(?:different|separate|distinct) (?:teams|roles|recruiters|searches|jobs|positions)\b", r"\b(?:ruolo|posizione|selezione|percorso|posto) (?:distint[oa]|divers[oa]|separat[oa]) d(?:a|al|alla|ai|alle|all'\w*|allo)\b", r"\b(?:puesto|proceso|vacante|rol|perfil) (?:distint[oa]|diferente|separad[oa]) (?:al|del?|a la|a los|que)\b",
    r"\b(?:poste|rôle|recrutement) (?:distinct|différent|séparé) d(?:e|u|es)\b", r"\b(?:vaga|função|posição|processo) (?:distint[oa]|diferente|separad[oa]) d[aeo]s?\b", r"\b(?:inn[aey]|odrębn[aey]|osobn[aey]) (?:stanowisko|rola|rekrutacja|wakat) (?:niż|od)\b", r"\b(?:en annan|ett annat) (?:tjänst|roll|jobb|uppdrag) än\b", r"\been (?:ander|andere) (?:functie|rol|vacature|plek) dan\b",
    r"\bl'altra (?:selezione|ricerca)\b", r"\bl'autre (?:recrutement|recherche|processus)\b", r"\bla otra (?:selección|búsqueda)\b", r"\bo outro (?:recrutamento|processo)\b", r"\bdie andere suche\b", r"\bde andere (?:procedure|werving)\b", r"\bden andra rekryteringen\b",
    r"\b(?:another|a different) team (?:from|than)\b", r"\b(?:ein anderes|einem anderen) team als\b", r"\bune autre équipe que\b", r"\botro equipo (?:distinto )?(?:al|del|que)\b", r"\boutra equipa (?:diferente|que não)\b", r"\bun altro team rispetto\b", r"\been ander team dan\b", r"\bett annat team än\b", r"\binny zespół niż\b",
    r"\b(?:autre sujet|rien à voir avec|otro tema|nada que ver con|outro assunto|nada a ver com|altro argomento|niente a che (?:fare|vedere) con|ander onderwerp|niets te maken met|annat ämne|inget att göra med|anderes thema|nothing to do with the)\b", r"\b(?:zweite[rn]?|weitere[rn]?|andere[rn]?) mandant\w*\b", r"\bunabhängig vo[mn] (?:der |dem )?(?:laufenden|bisherigen)\b", r"\bmandate\b[^.!?\n]{0,25}\b(?:getrennt|auseinander)\b",
    r"\b(?:drugi|inny|osobny|nowy) temat\b", r"\b(?:zupełnie |całkiem )?inn(?:y|ego|emu) klient\w{0,3}\b", r"\bone more for you\b", r"\bunabhängig von (?:ihrer|deiner|der) (?:laufenden|anderen|bisherigen)\b", r"\bseparately from (?:your|the|my)\b", r"\bindependent(?:ly)? (?:of|from) (?:(?:my|our|your|the|a) )?(?:other|colleague|partner)",
    r"\bindépendamment d(?:e |u |es |')", r"\bindependientemente de", r"\bindependentemente d[aeo]", r"\bindipendentemente da", r"\b(?:onafhankelijk van|los van) (?:de|het|die|dat)\b", r"\boberoende av\b",
    r"\b(?:a )?(?:separate|distinct) (?:procedure|competition|process|search|committee|recruitment|application)\b", r"\b(?:eigenes|separates|gesondertes|getrenntes|anderes) (?:verfahren|auswahlverfahren)\b", r"\b(?:procédure|processus|recrutement|concours) (?:distincte?|séparée?|à part)\b", r"\b(?:proceso|procedimiento|concurso) (?:aparte|distinto|separado|independiente)\b", r"\b(?:processo|procedimento|concurso) (?:à parte|distinto|separado|independente)\b", r"\b(?:procedura|selezione|concorso) (?:a parte|distint[ao]|separat[ao])\b", r"\b(?:afzonderlijke|aparte|losse) (?:procedure|functie|sollicitatie|werving)\b", r"\b(?:separat|egen|skild) (?:process|rekrytering|procedur)\b", r"\b(?:osobn[aeiy]\w*|odrębn\w+) (?:rekrutacj\w+|proces\w*|postępowani\w+|konkurs\w*)\b",
    r"\b(?:a|the|my|your|this) (?:second|2nd|third|other) (?:role|position|job|post|vacancy|opening|mandate|brief|search|client|opportunity)\b", r"\banother one (?:for you|which|that|i)\b", r"\bthe other (?:one|matter|thing|search)\b", r"\bdifferent (?:clients?|firm|company|house|department|division|cost cent(?:re|er)|group)\b", r"\bkeep (?:the|these|those|them) (?:two )?(?:apart|separate)\b", r"\bseparate from (?:the|that|your|my)\b", r"\bunrelated to (?:the|that|your)\b",
    r"\b(?:en|ett) (?:helt|annat|annan|ny|nytt|andra) (?:annan|annat|ny|nytt)? ?(?:tjänst|uppdrag|roll|kund|rekrytering)\b|\b(?:uppdrag|tjänst|roll|kund) till\b(?=[:.,!]| (?:som|hos|för)|$)", r"\b(?:utöver|vid sidan av) (?:den|det)? ?(?:förra |andra |första )?\w*(?:kunden|uppdraget|tjänsten)\b", r"\b(?:completely|totally|entirely|quite a|very|altogether) (?:different|other|separate|new) (?:role|position|client|assignment|search|mandate|job)\b", r"\b(?:ganz|völlig|komplett) (?:andere|anderes|anderer|neue|neues) (?:stelle|mandat|kunde|auftrag|position|rolle)\b", r"\b(?:tout|toute|complètement) (?:autre|autres) (?:poste|mandat|mission|client|dossier)\b", r"\b(?:puesto|proceso|cliente|mandato) (?:completamente|totalmente) (?:distinto|diferente|nuevo)\b", r"\b(?:vaga|processo|cliente|mandato) (?:completamente|totalmente) (?:diferente|distint[oa]|nov[oa])\b", r"\b(?:incarico|cliente|ruolo|mandato) (?:del tutto|completamente|totalmente) (?:diverso|altro|nuovo)\b", r"\b(?:heel|totaal|compleet) (?:andere|ander|nieuwe|nieuw) (?:opdracht|klant|functie|rol|vacature)\b", r"\b(?:zupełnie|całkiem|całkowicie) (?:inn[aey]|nowy|nowa|nowe) (?:rola|stanowisko|klient|projekt|rekrutacja|zlecenie)\b",
    r"\b(?:zweite|andere|weitere)[nrs]? (?:stelle|vakanz|position|rolle|mandat|auftrag|kunden?|suche|ausschreibung)\b", r"\bunabhängig (?:vom|von der) (?:anderen|ersten)\b", r"\bneben der anderen\b", r"\bnichts mit (?:der|dem|ihrer|deiner) (?:anderen|ersten|stelle|position|bewerbung|verfahren|ausschreibung)\b",
    r"\b(?:second|deuxième|autre) (?:poste|mandat|dossier|recrutement|mission)\b", r"\bdeux (?:postes|mandats|dossiers|recrutements)\b", r"\b(?:segund|otr)[oa] (?:puesto|vacante|proceso|mandato|posición|oferta)\b", r"\b(?:segund|outr)[oa] (?:vaga|processo|posição|mandato|oportunidade)\b", r"\b(?:seconda|altra|secondo|altro) (?:posizione|selezione|incarico|mandato|ruolo|ricerca)\b",
    r"\b(?:tweede|andere) (?:rol|functie|vacature|opdracht|procedure|klus)\b", r"\b(?:en annan|ett annat|en andra|ett andra) (?:tjänst|uppdrag|roll|rekrytering|kund)\b", r"\b(?:inn[aey]|drug[aie]) (?:rekrutacj[aęi]|stanowisk[oau]|proces|ofert[aę]|projekt)\b", r"\bprowadzę ją niezależnie\b|\bniezależnie od\b", r"(?:もう一[件つ社]|別件|[別他]の(?:案件|求人|会社|企業|クライアント))", r"(?:另一个|别的|另外一个|第二个)(?:职位|岗位|客户|机会|公司)",
    r"\bparallel\b", r"\ben parallèle\b", r"\b(?:en )?paralelo (?:a|con) ", r"\bem paralelo (?:a|com) ", r"\bin parallelo\b", r"\brównolegle\b", r"並行(?:で|し)", r"(?:同时|并行)(?:进行|推进)", r"\b(?:an)?other client\b", r"\bautre client", r"\botro cliente\b", r"\boutro cliente\b", r"\baltro cliente\b", r"\bandere (?:klant|kunde)", r"\banderen kunden\b", r"\b(?:i'm|i am|also) (?:already |also )?(?:in touch|talking|speaking|in (?:a |another )?process|interviewing) with (?:your|\w+ (?:from|at|in|about))", r"\balready (?:in touch|talking|speaking|in (?:a |another )?process) with\b", r"\b(?:i )?also applied\b", r"\bauch (?:mit|bei) .{0,40}(?:im gespräch|beworben)", r"\baussi en (?:discussion|contact|process)", r"\btambién (?:estoy|hablo|he hablado)\b", r"\btambém (?:estou|falei|falo)\b", r"\banche in (?:contatto|selezione)\b", r"\book (?:in gesprek|gesolliciteerd)\b", r"\bvi håller (?:dem|det) isär\b", r"\bredan (?:pratar|i process)", r"\bkept? apart\b", r"\bauseinander\b", r"\bnot the same (?:role|post|job)\b",
    r"\b(?:separate|different|another|other|unrelated) (?:role|position|process|team|search|req|opening)\b", r"\bnothing to do with (?:the|that|your|this|my) (?:other|first|earlier|last|role|position|job|one|search|application|process|post)\b", r"\bseparate(?:ly)? (?:from|to)\b", r"\b(?:runs?|are|is|kept?) separate", r"\bandere (?:stelle|position|abteilung|rolle)\b", r"\bunabhängig (?:von|davon)\b", r"\bautre (?:poste|processus|équipe)\b", r"\bsans lien avec\b", r"\botr[oa] (?:puesto|proceso|vacante|posición|equipo)\b", r"\boutr[oa] (?:vaga|processo|posição|time|equipa)\b", r"\baltr[oa] (?:posizione|ruolo|selezione|processo)\b", r"\bandere (?:functie|rol|vacature|procedure)\b", r"別の?(?:ポジション|選考|求人|職種|枠)", r"とは別",
    r"\b(?:process(?:es)?|roles?|search(?:es)?|positions?|jobs?|posts?|vacanc(?:y|ies)|applications?|tracks?|mandates?|competitions?)\b[^.!?\n]{0,25}\b(?:separate|independent|unrelated|in parallel|apart)\b", r"\b(?:separate|independent|unrelated|parallel) (?:\w+ )?(?:process(?:es)?|roles?|search(?:es)?|positions?|jobs?|posts?|vacanc(?:y|ies)|applications?|tracks?|mandates?)\b",
    r"\b(?:verfahren|prozesse?|stellen?|bewerbungen?|ausschreibungen?|besetzungen?)\b[^.!?\n]{0,25}\b(?:getrennt|unabhängig|separat|eigenständig|parallel)", r"\b(?:getrennte|unabhängige|separate|eigenständige|parallele)[nrs]? (?:\w+ )?(?:verfahren|prozesse?|stellen?|bewerbungen?|ausschreibungen?)", r"\b(?:processus|procédures?|postes?|recrutements?|candidatures?|concours)\b[^.!?\n]{0,25}\b(?:indépendant|séparé|parallèle)", r"\b(?:procesos?|procedimientos?|vacantes?|puestos?|candidaturas?|selecciones|concursos?)\b[^.!?\n]{0,25}\b(?:independientes?|separad[oa]s?|aparte|en paralelo)\b", r"\b(?:process[oi]s?|selezion[ei]|posizion[ei]|percors[oi]|candidatur[ea])\b[^.!?\n]{0,25}\b(?:indipendent[ei]|separat[ei]|parallel[ei])\b", r"\b(?:processos?|vagas?|candidaturas?|concursos?|posições)\b[^.!?\n]{0,25}\b(?:independentes?|separad[oa]s?|autónom[oa]s?|à parte)\b",
    r"\b(?:procedures?|processen|trajecten?|vacatures?|functies?|sollicitaties?)\b[^.!?\n]{0,25}\b(?:los van|losstaand|onafhankelijk|gescheiden|apart)\b", r"\b(?:processer(?:na)?|rekryteringar(?:na)?|tjänster(?:na)?|spår(?:en)?|ansökningar(?:na)?)\b[^.!?\n]{0,25}\b(?:oberoende|separata?|skilda|fristående|åtskilda|isär)\b", r"\b(?:procesy?|rekrutacj[aei]|stanowisk[ao])\b[^.!?\n]{0,25}\b(?:niezależn\w+|osobn\w+|oddzieln\w+|odrębn\w+)", r"(?:選考|ポジション|求人)[^。\n]{0,8}(?:別々|別枠|独立)", r"(?:流程|职位|岗位|招聘)[^。\n]{0,8}(?:独立|分开|互不)",
)  # fmt: skip
"""What says that this is not the process with which a colleague deals."""
MOVED = folded(
    r"\bécris (?:\w+ )?de chez moi\b", r"\bschreibe? (?:\w+ ){0,3}von (?:zu hause|daheim|privat)\b", r"\bescribo desde casa\b", r"\bescrevo d[ae] (?:minha )?casa\b", r"\bscrivo da casa\b", r"\bschrijf (?:\w+ ){0,2}(?:vanuit huis|van thuis|thuis)\b", r"\bskriver hemifrån\b", r"\bpiszę (?:\w+ )?z domu\b",
    r"\bstill me\b", r"\bit's (?:me|still me)\b", r"\bich bin(?:'?s| es)\b", r"\bnoch immer ich\b", r"\bc'est (?:encore |toujours |bien )?moi\b", r"\bsono (?:sempre |ancora )?io\b", r"\bsoy yo\b", r"\bsigo siendo yo\b", r"\bsou eu\b", r"\bik ben het\b", r"\bdet är (?:bara )?jag\b", r"\bto (?:wciąż )?ja\b", r"\b(?:odd|strange|funny|unfamiliar|different) (?:e-?mail |mail )?address\b", r"\bindirizzo (?:strano|diverso)\b", r"\b(?:komische|fremde|andere)[nr]? (?:mail-?)?adresse\b", r"\badresse (?:bizarre|différente)\b", r"\b(?:dirección|correo) (?:rar[oa]|distint[oa])\b", r"\b(?:usa|use|usate|usi) (?:questo|this one|éste|este|celle-ci)\b",
    r"\b(?:write|mail|e-?mail|reply|answer|reach|contact)(?: to)?(?: me)? (?:back )?(?:only )?(?:right )?here\b", r"\b(?:use|at|on|to|keep|from|with) this (?:private |personal |new |other |home )?(?:e-?mail )?(?:address|account|inbox|mailbox|one from now)\b", r"\bfrom my (?:own |personal |private |home |family |gmail |other )+(?:e-?mail|mail|account|address|inbox)?\b", r"\b(?:personal|private|home|family) (?:e-?mail|mail|account|address|inbox)\b", r"\bwrit(?:e|ing) (?:to you )?(?:this )?from (?:home|my (?:wife|husband|son|daughter|partner)'s)\b", r"\b(?:we|i)(?:'ve| have)? (?:just |now |all )?(?:changed|moved|switched|migrated) (?:to a (?:new )?|our |my )?(?:e-?mail |mail )?(?:domains?|address(?:es)?|accounts?|providers?)\b", r"\b(?:new|old|previous|former) (?:work )?(?:e-?mail |mail )?(?:address|domain|mailbox)\b", r"\b(?:my (?:work|office|company|department|corporate|university|school) (?:e-?mail|mail|account|address|inbox|mailbox|one|gateway|server)|the (?:work|office|company|department|corporate|university|school) (?:e-?mail|mail|account|inbox|mailbox|gateway|server))\b",
    r"\b(?:an|unter|auf|bei|über|von) diese[rn]? (?:privaten? |neuen? )?(?:mail-?|e-?mail-?)?(?:adresse|account|postfach|konto)\b", r"\bvon (?:zu hause|zuhause|daheim|meinem privat\w*|meiner privat\w*)\b", r"\bprivat(?:e[nrms]?)? ?-?(?:mail|e-?mail|mail-?adresse|adresse|konto|account|postfach)", r"\b(?:neue|alte|bisherige|geänderte)[nr]? (?:e-?)?(?:mail-?)?(?:adresse|domain)\b", r"\bschreib(?:en sie|t|e)? mir (?:bitte |ab jetzt |künftig |am besten )*(?:hier|hierher|hierhin)\b", r"\bantworte\w* (?:sie )?(?:mir )?(?:bitte )?(?:hier|hierher)\b", r"\bdienst(?:liche[sn]?|-)? ?(?:mail|postfach|konto|adresse|account)", r"\bserver\b.{0,40}\bumzug\b|\bdaher von (?:gmx|web\.de|gmail|t-online|zu hause)\b",
    r"\bà cette adresse\b", r"\b(?:nouvelle|ancienne) adresse\b", r"\b(?:adresse|boîte|messagerie|mail|compte) (?:perso|personnelle?|privée?|pro(?:fessionnelle?)?)\b", r"\b(?:depuis|de) chez moi\b", r"\bchangé (?:d'adresse|de domaine|de messagerie)\b", r"\b(?:répond|écriv)(?:ez|s|ez-moi|s-moi|re) (?:plutôt |désormais |uniquement )?ici\b",
    r"\b(?:a|en|por|usar?) est[ea] (?:dirección|cuenta|correo|mail|buzón)\b", r"\b(?:correo|cuenta|dirección|mail) (?:personal|particular|privad[oa]|de casa|del trabajo|corporativ[oa])\b", r"\b(?:nueva|antigua|vieja) dirección\b", r"\b(?:nuevo|viejo|antiguo) correo\b", r"\bcambiado de (?:dominio|correo|dirección)\b", r"\bescrib(?:o|iendo) (?:\w+ ){0,2}desde (?:mi )?casa\b", r"\bescr[ií]b(?:e|a)me (?:mejor )?aquí\b",
    r"\b(?:para|neste|nesta|por|usa[r]?) (?:este|esta)? ?(?:e-?mail|endereço|conta)\b(?= (?:pessoal|a partir|daqui|enquanto|até|que))", r"\b(?:neste|para este|por este|deste|desta) (?:e-?mail|endereço|conta)\b", r"\b(?:e-?mail|conta|endereço) (?:pessoal|particular|de casa|do trabalho|da empresa)\b", r"\b(?:novo|antigo) (?:e-?mail|endereço)\b", r"\bescrev(?:o|endo)(?:-\w+)? (?:\w+ ){0,2}(?:de|da minha) casa\b", r"\bmudámos|mudamos de domínio\b",
    r"\b(?:a|su|da|con) quest[oa] (?:indirizzo|mail|casella|account)\b", r"\b(?:mail|casella|indirizzo|account|posta) (?:personale|privat[oa]|di casa|aziendale|del lavoro)\b", r"\b(?:nuovo|vecchio) indirizzo\b", r"\bcambiato (?:il )?(?:dominio|indirizzo|casella)\b", r"\bscriv(?:o|endo) (?:\w+ ){0,2}d(?:a casa|al mare|alla montagna)\b", r"\bus(?:i|a|o|ate|are) (?:pure |sempre |solo |ormai |d'ora in poi )*quest[oa] (?:indirizzo|mail|casella)\b", r"\b(?:indirizzo|casella|posta) (?:di (?:ateneo|istituto|facoltà|reparto|lavoro)|dell'(?:ateneo|ospedale|ufficio|azienda|università|ente|istituto))\b", r"\b(?:mi )?scriv(?:a|i|imi|ami|etemi) (?:pure )?qui\b",
    r"\b(?:op|naar|via|vanaf) dit (?:privé-?|nieuwe )?(?:mail-?|e-?mail-?)?(?:adres|account)\b", r"\b(?:vanop|van|via|op) mijn privé\b", r"\bprivé-? ?(?:mail|e-?mail|adres|account)", r"\b(?:nieuwe?|oude) (?:mail-?|e-?mail-?)?(?:adres|domein)\b", r"\b(?:vanuit|van) (?:huis|thuis)\b", r"\bmail me (?:maar |voortaan |gerust )*hier\b", r"\bwerkmail\b",
    r"\b(?:på|till|från|via) den här (?:adressen|mejlen|mailen)\b", r"\bprivata? (?:mejl\w*|mail\w*|adress\w*)\b", r"\bhemifrån\b", r"\b(?:nya?|gamla) (?:mejl|mail|e-post)?adress(?:en)?\b", r"\bjobbmej?l", r"\bskriv (?:gärna )?(?:till mig )?(?:här|hit)\b",
    r"\b(?:na|pod|z) t(?:en|ym|ego) adres(?:em|u)?\b", r"\bprywatn(?:y|ego|ej|ym) (?:adres\w*|skrzynk\w*|mail\w*|kont\w*)", r"\b(?:now|star)(?:y|ego|ym) adres\w*", r"\bzmienili(?:śmy|smy) (?:domen|adres)", r"\bpiszę (?:\w+ ){0,2}z domu\b", r"\bsłużbow(?:y|a|ej|ego) (?:adres|skrzynk|mail|poczt)\w*",
    r"(?:この|こちらの)(?:メール)?アドレス", r"(?:個人|私用|プライベート)の?(?:メール|アドレス)", r"自宅(?:から|の)", r"(?:新しい|以前の|旧)(?:メール)?アドレス", r"アドレスが変わ|アドレスを変更", r"こちら(?:に|へ)(?:ご)?(?:返信|返事|連絡)", r"(?:这个|此|该)邮箱", r"(?:私人|个人|新|旧|公司|工作|家里的?)邮箱", r"邮箱(?:更换|换|变更)",
)  # fmt: skip
"""What says that somebody writes from another address than before."""
PAYSLIP = folded(
    r"\bpay ?slip\b", r"\bpay ?stub\b", r"\b(?:gehalts|lohn|entgelt)abrechnung", r"\b(?:gehalts|lohn)zettel", r"\b(?:bulletin|fiche) de (?:paie|paye|salaire)\b", r"\bnómina\b", r"\brecibo de (?:sueldo|salario|vencimento|nómina)\b", r"\bholerite\b", r"\bcontracheque\b", r"\bbusta paga\b", r"\bcedolino\b", r"\bloonstrook", r"\bsalarisspecificatie", r"\blönespecifikation", r"\blønseddel", r"給与明細", r"工资单",
)  # fmt: skip
ALERT = any_of(
    r"\bjob alert", r"\bnew jobs?\b.{0,20}\b(?:match|for you)\b", r"\bjobs? (?:for you|you may)\b", r"\band more\b\s*$", r"\bviewed your profile\b", r"\baccepted your invitation\b", r"\bjobs? matching\b", r"\btalent (?:pool|community|network)\b", r"\bneue jobs?\b", r"\bstellenangebote für\b", r"\bjob[- ]?(?:agent|newsletter|radar)\b", r"\boffres? d'emploi\b", r"\bnouvelles offres\b", r"\bofertas? de (?:empleo|trabajo)\b", r"\bnuevas ofertas\b", r"\bvagas para você\b", r"\bnovas vagas\b", r"\bofferte di lavoro\b", r"\bnieuwe vacatures\b", r"\bvacatures voor\b", r"求人(?:情報|一覧|特集)", r"新着求人", r"スカウト", r"职位推荐", r"\bnewsletter\b", r"\bwebinar\b", r"\bprofile viewers\b",
    r"\bjob recommendations?\b", r"\brecommended jobs?\b", r"\byour job search\b", r"\bjobs? near\b", r"\b(?:is|are) hiring\b", r"\bjobalarm\b", r"\bjob-?empfehlung", r"\bpassende (?:jobs|stellen)\b", r"\bnuevos empleos\b", r"\bempleos para ti\b", r"\bnuove offerte\b", r"\bnovas oportunidades\b",
)  # fmt: skip
INMAIL = any_of(
    r"メッセージを送信しました", r"(?:新着|新しい)メッセージ", r"からメッセージ",
    r"\bhar skickat ett (?:nytt )?meddelande\b", r"\bnytt meddelande från\b", r"\b(?:wysłał|wysłała) (?:ci |do ciebie )?wiadomość\b", r"\bnowa wiadomość\b", r"\bstuurde je een bericht\b", r"\bnieuw bericht van\b", r"\bte envió un mensaje\b", r"\bnouveau message de\b", r"\bnuovo messaggio da\b", r"\bnova mensagem de\b", r"\binmail\b", r"\bnachricht (?:geschickt|von|erhalten|für)\b", r"\bnachricht\b.{0,12}\bgeschickt\b", r"\breplied to your message\b", r"\bhat (?:dir|ihnen)\b.{0,40}\bnachricht", r"\bmessage (?:from|de|da|van)\b", r"\bhas messaged\b", r"\bsent you a (?:new )?message\b", r"\bnew message from\b", r"\bmessaged you\b", r"\bhat ihnen eine nachricht\b", r"\bvous a envoyé un message\b", r"\bte ha enviado un mensaje\b", r"\benviou uma mensagem\b", r"\bmensagem de\b", r"\bti ha inviato un messaggio\b", r"\bheeft je een bericht\b", r"メッセージが届", r"\bvia (?:linkedin|xing|wellfound|indeed)\b",
)  # fmt: skip

LEANING = folded(
    r"\bkennenlerngespräch\w*\b", r"\berste[nr]? austausch\b",
    r"\bvincit(?:ric|or)[ei]\b", r"\bgraduatoria\b", r"\bpresa di servizio\b", r"\bproposta di contratto\b", r"\baccetto la (?:vostra |sua |tua )?proposta\b", r"\bcontratto (?:firmato|triennale|biennale|annuale)\b", r"\btoma de posesión\b", r"\btomada de posse\b", r"\bprise de (?:fonctions?|poste)\b", r"\bdienst(?:antritt|beginn)\b", r"\barbeits(?:antritt|beginn)\b", r"\bindiensttreding\b", r"\btillträd(?:e|a|er)\b", r"\brozpoczęci\w+ pracy\b",
    r"\bumow[aęy]\b", r"\b(?:cały|pół|na) etat", r"\bzatrudni", r"\bwynagrodz", r"\bpensj[aęi]\b", r"\bpodlega(?:sz|ć|ł)", r"\braportow", r"\bszuka(?:sz|m|my) (?:kogoś|osoby|head|lead)", r"\bprzyjmuję ofertę", r"\bna pokładzie\b", r"\b(?:dyrektor|kierowni[kc]|menedżer|specjalist)\w*", r"\bokres próbny", r"\bzgłoszeni",
    r"\banställ(?:ning|d)", r"\bprovanställ", r"\buppsägningstid", r"\b(?:jobba|börja) (?:hos|med) oss\b", r"\bmedarbetar", r"\barbeidscontract", r"\b(?:een|het|ons) aanbod\b", r"\bbij ons (?:werken|beginnen|starten)\b", r"\bproeftijd", r"\bopzegtermijn", r"\bleidinggevende", r"\bkandidaat", r"\bkandidatuur", r"\baanstelling\b",
    r"\b(?:ein|das|unser|ihr) angebot\b", r"\bprobezeit", r"\bkündigungsfrist", r"\bvorgesetzte", r"\bbei uns (?:arbeiten|anfangen)\b", r"\bpériode d'essai", r"\bpréavis\b", r"\btravailler (?:chez|avec) nous\b", r"\bembauch", r"\b(?:carta|propuesta) (?:de )?oferta\b|\boferta (?:laboral|de trabajo|en firme)\b", r"\btrabajar con nosotros\b", r"\bper[ií]odo de prueba", r"\bpreaviso\b", r"\bcontratar", r"\bincorporar(?:te|se)\b",
    r"\bcarta[- ]proposta\b|\bproposta (?:de trabalho|salarial|formal)\b", r"\btrabalhar con+osco\b", r"\bper[ií]odo experimental", r"\baviso prévio", r"\bcurrículo", r"\blavorare con noi\b", r"\bperiodo di prova", r"\bpreavviso\b", r"\bassumer", r"\bofferta (?:di lavoro|economica|formale)\b", r"契約", r"試用期間", r"退職", r"上司", r"候補者", r"履歴書", r"オファー", r"合同", r"试用期", r"离职", r"汇报", r"候选人", r"聘用", r"待遇",
    r"正式面过|面过了|合伙人|缺(?:一)?个|跟我干|一起干|加入我们|怎么合作|入职|创业|融资|招人|挖你",
    r"\bzoe(?:k|kt|ken) (?:\w+ )?iemand\b", r"\bcherch(?:e|ons|ent) (?:\w+ )?quelqu'un\b", r"\bsuch(?:e|t|en) (?:\w+ )?(?:jemanden|wen,)", r"\bbusc(?:o|a|amos|an) (?:a )?alguien\b", r"\bprocur(?:o|a|amos|am) alguém\b", r"\bcerc(?:o|a|hiamo|ano) (?:\w+ )?qualcuno\b", r"\bszuka(?:m|my|ją)? kogoś\b", r"\bsöker (?:\w+ )?någon\b", r"\blooking for (?:some(?:one|body))\b", r"\bmi serve una persona\b", r"\bloon\b", r"\bstart (?:op |am |le |on |il |el )?\d{1,2}(?:st|nd|rd|th|er|\.)? \w+\b", r"\bneed (?:somebody|someone|a person) (?:who|to)\b", r"\bnecesito (?:a )?alguien\b", r"\bho bisogno di qualcuno\b", r"\b(?:days|hours|dagen|uur|tage|stunden|jours|heures|días|horas|giorni|ore|dias) (?:a|per|the|in der|pro|par|a la|alla|por) (?:week|woche|semaine|semana|settimana)\b", r"\b(?:drie|vier|three|four|drei|vier|trois|quatre|tres|cuatro|tre|quattro|três|quatro) (?:or|of|oder|ou|o) \w+ (?:days|dagen|tage|jours|días|giorni|dias)\b",
    r"\bteam\b", r"\b(?:ra|pdra|research|teaching|academic|this|the) post\b", r"\bchief \w+ officer\b", r"\bceo\b", r"\bconversation\b", r"\bapply\b", r"\bsalary\b", r"\bexperience\b", r"\bbackground\b", r"\bstart (?:date|on|in)\b", r"\bjoin (?:us|the|our)\b", r"\bcontract\b", r"\bopportunit", r"\bopening\b", r"\breimburs", r"\bequity\b", r"\bfull[- ]time\b", r"\bpart[- ]time\b", r"\bpermanent\b", r"\bprobation\b", r"\bnotice\b", r"\b\d{2,3} ?k\b", r"\bnext steps?\b", r"\bavailab", r"\bhir(?:e|es|ed)\b", r"\bemployee\b", r"\bstarting a company\b", r"\bco-?founder\b", r"\bfounder\b", r"\blooking for (?:an?|some(?:one|body)|our|my)\b", r"\b(?:engineer|developer|designer|analyst|nurse|manager|consultant|director|researcher|programmer|teacher|lecturer|accountant)s?\b", r"\bqualification", r"\bskills?\b", r"\byour (?:visit|talk|profile|work)\b", r"\bcome (?:in|to see us|and meet|and see)\b", r"\bmeet (?:everyone|everybody|us|the)\b", r"\bi accept\b", r"\bworkshop\b",
    r"\bgehalt\b", r"\berfahrung", r"\bvertrag\b", r"\beinstieg\b", r"\bvollzeit\b", r"\bteilzeit\b", r"\bfestanstellung\b", r"\bkolleg", r"\bhire\b", r"\bwir suchen\b", r"\bsuche(?:n)? .{0,40}(?:leiter|entwickler|ingenieur|referent|berater|kraft|person)", r"\bgründer", r"\barbeitstag\b", r"\bnächste[rn]? schritt", r"\bteam\b",
    r"\béquipe\b", r"\bsalaire\b", r"\bcontrat\b", r"\bcdi\b", r"\bcdd\b", r"\brejoindre\b", r"\bexpérience\b", r"\bprofil\b", r"\bje cherche\b", r"\bnous cherchons\b", r"\bfondat", r"\bprochaine étape\b",
    r"\bequipo\b", r"\bsueldo\b", r"\bsalario\b", r"\bcontrato\b", r"\bincorpora", r"\bperfil\b", r"\bexperiencia\b", r"\bbusco\b", r"\bbuscamos\b", r"\bfundador", r"\bsiguiente paso\b", r"\bequip[ea]\b", r"\bsalário\b", r"\bremuneração\b", r"\bexperiência\b", r"\bprocuramos\b", r"\bestamos (?:à procura|procurando|buscando)\b", r"\bpróximo passo\b",
    r"\bstipendio\b", r"\bcontratto\b", r"\bral\b", r"\bprofilo\b", r"\besperienza\b", r"\bcerchiamo\b", r"\bcerco\b", r"\bprossimo passo\b", r"\bsalaris\b", r"\bcontract\b", r"\bervaring\b", r"\bprofiel\b", r"\bzoeken\b", r"\bin dienst\b", r"\bvolgende stap\b",
    r"年収", r"条件", r"経験", r"給与", r"チーム", r"一緒に(?:働|作)", r"仲間を探", r"お話ししませんか", r"プロフィール(?:を)?拝見", r"薪", r"团队", r"\berfarenhet\b", r"\blön\b", r"\bzespół\b", r"\bdoświadczeni",
)  # fmt: skip
"""For text in lower case: words that talk of work as much as of anything else; they only help where the query fits."""

_NAME = spelled(
    r"((?:(?:[\pU]|St|Ste|Mt|Dr)\.\s?)*[\pU](?:[\w'’&-]|\.(?=\w))*(?:\s+(?:(?:van|de|der|den|di|von|of|and|&)\s+)*[\pU][\w'’&-]*){0,4})"
)
CLIENT = re.compile(
    rf"(?:retained (?:exclusively )?by (?:the board of )?|(?:my|our|another|a|other|different|new|second) client[,:]?(?: is)?|on behalf of|it's|it is|gaat om|per conto di|"
    rf"(?:mijn|onze|andere|mein(?:en|em)?|unser(?:en|em)?|anderen|mon|notre|autre|mi|nuestro|otro|meu|nosso|outro|mio|nostro|altro) (?:klant|opdrachtgever|kunde[ns]?|mandanten|client|cliente)[,:]?(?: (?:de|die|der|la|le|il|el|a|o|is|ist|est|es|é|è))?|"
    rf"(?:je recrute|nous recrutons|i(?:'m| am) (?:recruiting|hiring)|we(?:'re| are) (?:recruiting|hiring)) (?:pour|for)|"
    rf"es handelt sich um|on the phone is|bei der|bei dem|il s'agit de|se trata de|trata-se d[ae]|the company is|client is)\s+{_NAME}"
    r"|(株式会社[\w\u3040-\u30ff\u4e00-\u9fff]{2,12}|[\u3040-\u30ff\u4e00-\u9fff]{2,12}株式会社)"
)
"""An agency tells whom it recruits for; the names are not folded."""
