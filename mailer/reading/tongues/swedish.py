"""Swedish: what clauses of hiring are made of."""

from mailer.reading.frames import Frame, Says, Tongue

_POST = r"tjänst(?:en)? roll(?:en)? jobbet plats(?:en)? befattning(?:en)? budget(?:en)? pengarna uppdrag(?:et)? anställning(?:en)? vakans(?:en)?"
_SEARCH = r"rekrytering(?:en|ar|arna)? process(?:en)? anställning(?:ar|arna) sökandet urvalet nyanställningar(?:na)? anställningsprocessen"
_YOU = r"dig du (?:din|ditt)_(?:\w+_)?(?:ansökan|kandidatur|profil|cv)"
_SOMEONE = (
    r"någon(?!_i_(?:mitt|vårt)) (?:en_)?ann(?:an|at)_(?:\w+_)?(?:kandidat\w*|sökande|person|profil) (?:de_)?andra_(?:kandidat\w*|sökande) "
    r"(?:en|en_av)_(?:\w+_)?(?:kandidat|person|sökande|kollega|profil)_(?:\w+_)?(?:med|som|vars|internt|från|redan) en_(?:intern|extern)_\w+"
)
_PROCESS = r"process(?:en)? (?:rekryterings|ansöknings|urvals)process(?:en)? (?:min_)?ansökan (?:min_)?kandidatur rekryteringen tjänsten rollen intervjuerna urvalet listan_över_kandidater kandidatlistan"

SWEDISH = Tongue(
    code="sv",
    nots=r"\b(?:inte|ingen|inget|inga|aldrig|utan|icke|ej|mot|omöjligt)\b",
    breaks=r"\b(?:men|dock|eftersom|och|eller|så|för att|fast)\b",
    ifs=r"\b(?:om(?! att)|ifall|när|så snart|så fort|innan|tills|förrän|huruvida|oftast|normalt|brukar)\b",
    opens_if=r"(?:om|ifall|när|så snart|så fort|innan|skulle)\b",
    maybe=r"\b(?:skulle|kanske|eventuellt|möjligen|risk\w*|hoppas|befarar)\b",
    past=r"\b(?:förra (?:året|gången)|i fjol|för (?:\w+ )?(?:år|månader) sedan|(?:19|20)\d\d (?:hade|avbröt)|tidigare år)\b",
    other=r"\b(?:annan|annat|andra|förra|gamla|nuvarande|liknande)",
    yet=r"\b(?:än|ännu|också|samtidigt|även)\b",
    later=r" (?:\S+ ){0,3}(?:före|innan|förrän|utan|idag|i dag|imorgon|den här veckan|nästa vecka|på (?:mån|tis|ons|tors|fre)dag|i (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))",
    people=r"\b(?:kandidat\w*|sökande|någon|kollega|person)\b",
    glad=r"grattis|gratulerar|(?:roligt|glada?|glädje) (?:att )?(?:kunna |få )?(?:erbjuda|meddela|bjuda|berätta)|flyttat till|ser fram emot att träffa",
    buts=r"\b(?:men|dock|förutsatt|under förutsättning)\b",
    wants=r"\b(?:vill|önskar|frågor|behöver|passar|känns)\b",
    asks=r"(?:kan|skulle|vill) (?:du|ni) (?:snälla |vänligen |kunna )?(?:ta bort|stryka|dra|avsluta|ta mig)",
    trails=20,
    frames=(
        Frame(
            Says.FILLED,
            r"tillsatt tillsatts tillsattes fryst frusen frysts pausad pausats indragen dragits_in dragits_tillbaka ströks struken strukits försvinner försvunnit borta inställd inställt nedlagd lagts_ned lagts_ner löst_(?:det|den)?_?internt internt "
            r"(?:gått|gick|går)_till_(?:en|någon) upptagen bortprioriterad skjutits_på_framtiden (?:inte|ej)_(?:längre|ledig)(?:_\w+)? finns_inte_(?:längre|kvar) handbroms~ stoppad stoppats besatt sparats_bort",
            _POST,
            is_near=True,
            unless=r"kontoret portalen deadline intervju~ mötet parkering~ hotell~",
        ),
        Frame(
            Says.FILLED,
            r"avbryt(?:er|a|s|ts)? avbrutits avbruten stopp(?:ar|ad|at|ats|as) pausa(?:r|d|ts|s) fryst frys(?:er|s|ts) ställ(?:s|er|ts)_in inställd lägg(?:s|er)_(?:ner|ned) lagts_(?:ner|ned) avslutas avslutad_utan avslutats_utan ligger_nere på_is nedlagd avblås~",
            _SEARCH,
            is_near=True,
            unless=r"portalen deadline intervju_(?:på|den) mötet jag min",
        ),
        Frame(
            Says.FILLED,
            r"tillsätt(?:a|er|as) anställ(?:a|er|as) bli_av blir_av godkänd beviljats förlängs förlängd utlysas rekrytera ta_in genomför~ finansier~",
            r"tjänsten rollen platsen anställningen rekryteringen någon ingen budgeten",
            denied=True,
            is_near=True,
            gap=45,
            unless=r"dig din lätt bara endast intervju",
        ),
        Frame(
            Says.FILLED,
            r"(?:ingen|inga|inget|saknas|inte_(?:någon|något))_(?:\w+_)?(?:pengar|budget|tjänst|plats|anställning|utrymme|medel)",
            r"för_(?:den_här|denna|tjänsten|rollen) i_år kvar längre finns blir",
            gap=35,
            is_near=True,
            unless=r"parkering intervju",
        ),
        Frame(
            Says.REJECTED,
            r"valt valde väljer valet lotten föll fallit gått_vidare gick_vidare går_vidare gå_vidare anställt satsa(?:r|t) fastnat bestämt_oss_för beslutat_oss_för erbjudit fördel_för till_förmån_för",
            _SOMEONE,
            gap=50,
            is_near=True,
            unless=r"datum dag tid söker träffa samtidigt",
        ),
        Frame(
            Says.REJECTED,
            r"vidare går_vidare gå_vidare gick_vidare fortsätt~ vald utvald valts kallas kalla erbjuda anställa aktuell gått_hela_vägen matchar motsvarar passar passade det_vi_söker vad_vi_söker räckte räcker",
            _YOU,
            denied=True,
            gap=45,
            is_near=True,
            unless=r"tveka behöver bara endast datum tid (?:kan|vill)_du telefon idag min_ansökan",
        ),
        Frame(
            Says.REJECTED,
            r"tackat_nej tacka_nej sagt_nej säger_nej nej_från avslag avslås slutar_här stannar_här nekad",
            r"(?:din|ditt)_(?:\w+_)?(?:ansökan|profil|kandidatur) kunden ledningen chefen besked dig",
            gap=35,
            is_near=True,
            unless=r"inbjudan datum du_(?:vill|måste)",
        ),
        Frame(
            Says.WITHDRAWN,
            r"ta(?:r)?_tillbaka dra(?:r)?..(?:tillbaka|ur) hoppa(?:r)?_av kliva_av kliver_av lämna(?:r)? avbryt(?:a|er) avsluta(?:r)? avstå(?:r)? tacka(?:r)?_nej stryka? drar_mig_(?:\w+_)?ur ta_bort_(?:mig|min) avsäg~ utan_mig",
            _PROCESS,
            is_near=True,
            gap=50,
            unless=r"nuvarande nyhetsbrev konferens mötet lunchen",
        ),
        Frame(
            Says.WITHDRAWN,
            r"fortsätta fortsätter gå_vidare går_vidare delta intresserad aktuell medverka",
            _PROCESS + r" bestämt valt hellre beslutat",
            denied=True,
            is_near=True,
            gap=45,
            unless=r"vet säker förstår bara idag den_här_veckan (?:ni|du)_(?:kan|vill|har|ska)",
        ),
        Frame(
            Says.OFFERED,
            r"(?:att_)?du_(?:börjar|kommer|jobbar|blir|ska_börja)_(?:hos|till|med|en_del)(?:_\w+)? (?:vill|vi)_ha_dig(?:_\w+)? anställa_dig valt_dig bestämt_oss_för_dig ha_dig_(?:hos|i|med|ombord) välkommen_till_oss_den",
            r"kronor lön avtal anställningsavtal \d{2}_?000 månad(?:en)? startdatum enhällig~ alla hela_(?:gänget|teamet) villkor erbjudande från_den börja",
            gap=110,
            unless=r"intervju~ samtal fika möte besök nyhetsbrev nästa_(?:steg|runda) provdag",
        ),
        Frame(
            Says.OFFERED,
            r"är_(?:din|ditt) erbjud(?:er|a)_(?:vi_)?dig erbjuda får_du",
            r"(?:tjänsten|rollen|jobbet|platsen|en_(?:\w+_)?(?:tjänst|anställning))",
            gap=25,
            is_near=True,
            unless=r"intervju samtal information",
        ),
        Frame(
            Says.OFFERED,
            r"bifogat bifogas bifogad skicka(?:r|s)? mejla(?:r)? kommer_med på_väg klart färdigt för_(?:påskrift|underskrift) att_skriva_på får_du upprättar",
            r"(?:ditt|ett|avtalet|anställnings)_?(?:\w+_)?(?:anställningsavtal|avtal|kontrakt)(?:et)? (?:vårt|ett|ditt)_(?:\w+_)?erbjudande(?!_om_(?:intervju|samtal)) anställningsavtal(?:et)? avtalet kontraktet",
            gap=45,
            is_near=True,
            unless=r"påskriv~ undertecknat underskriv~ nuvarande hyres~ mall skulle",
        ),
        Frame(
            Says.AGREED,
            r"skriver_(?:på|under) skrivit_(?:på|under) signera(?:t|r) påskrivet undertecknat underskrivet accepterar tackar_ja tar tackar_gärna_ja",
            r"(?:avtalet|kontraktet|erbjudandet|jobbet|tjänsten|rollen|papperen|villkoren|anställningsavtalet)",
            gap=40,
            is_near=True,
            unless=r"hyres~ lägenhet bil annat andra fundera helgen intervju möte inbjudan",
        ),
        Frame(
            Says.WELCOMED,
            r"fått mottagit kommit tack har",
            r"(?:påskriv|undertecknad|underskriv|signera)\w*_(?:\w+_)?(?:avtal(?:et)?|kontrakt(?:et)?|papper|exemplar|anställningsavtal) ditt_ja",
            gap=40,
            unless=r"när så_snart väntar",
        ),
        Frame(
            Says.WELCOMED,
            r"välkommen_(?:till_(?:oss|teamet|gänget)|ombord) (?:roligt|kul|härligt|glada?)_att_du_(?:\w+_)?(?:kommer|börjar|tackat|sagt|skrivit)(?:_\w+)? (?:din|ditt)_första_(?:arbets)?dag",
            unless=r"intervju besök",
        ),
        Frame(
            Says.LAST,
            r"sista(?=_(?:\w+_)?(?:steget|rundan|omgången|hindret)) avgörande avslutande slutgiltig~ slutliga final~",
            r"\w*(?:intervju|samtal|möte|runda|steg|träff|omgång)(?:en|et|n)?",
            gap=14,
            is_near=True,
            unless=r"sedan därefter tre fyra senare består",
        ),
        Frame(
            Says.LAST,
            r"sista_(?:\w+_)?(?:intervjun?|samtalet|mötet|träffen) slutintervju(?:n)?",
            r"återstår kvar bara innan_vi_(?:bestämmer|beslutar) blir",
            gap=50,
            unless=r"sedan tre vårt_sista",
        ),
        Frame(
            Says.WITHDRAWN,
            r"stanna(?:r)? vara_kvar",
            r"hos_min_(?:nuvarande_)?(?:arbetsgivare|chef) där_jag_är på_mitt_nuvarande_\w+ kvar",
            gap=14,
            is_near=True,
            unless=r"tills uppsägning\w* hotell\w* över",
        ),
        Frame(
            Says.WELCOMED,
            r"tacka(?:de|t)_ja sa_ja sagt_ja (?:vi_)?ses_(?:\w+_)?(?:första_dagen|på_din_första)",
            r"tack roligt kul glad\w* underbart dagen härligt",
            gap=50,
            is_near=True,
            unless=r"intervju mötet inbjudan",
        ),
        Frame(
            Says.LAST,
            r"(?:bara|endast)_(?:två|tre|2|3)_kvar (?:två|tre)_(?:kandidater_)?kvar slutsamtal(?:et)? finalist(?:er|en)?",
            r"ni du är blir kandidater med samtal~ slutsamtalet",
            gap=30,
            is_near=True,
            unless=r"dagar timmar tider platser",
        ),
    ),
)
