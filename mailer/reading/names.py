"""How people type names: nicknames, sound-alikes, near spellings."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from mailer.reading.company import fold, squash

_NICKNAMES = (
    "alexander alex sascha sasha xander lex; alexandra alex sandra sasha; andrew andy drew; "
    "andreas andi andy; anthony antonio tony toni; barbara barb bärbel; benjamin ben benny; "
    "catherine katherine kathryn cathy kathy kate katie kat; charles charlie chuck; "
    "christina christine chris tina chrissy; christopher christoph christian chris; daniel dan "
    "danny dani; david dave davey; deborah debbie deb; dominic dominik dom; dorothy dot; "
    "edward ed eddie ted; eduardo edu; elizabeth elisabeth liz lizzie beth betty eliza lisa lisbeth "
    "sissi; emanuel manuel manny manu; eleanor ellie nora; ferdinand ferdi; francis francisco "
    "frank paco pancho fran; franziska franzi; frederick friedrich fred freddy fritz; gabriel gabe; "
    "gabriele gabi; gerald gerhard gerry gerd; giovanni gianni gio; giuseppe beppe peppe; "
    "gregory greg; guillermo guille memo; hannah hanna; harold harry hal; henry heinrich hank heinz "
    "hendrik henk; ignacio nacho; isabella isabel bella isa; jacob jakob jake; jacqueline jackie; "
    "james jim jimmy jamie; jennifer jen jenny; jessica jess jessie; joachim jochen achim; "
    "jonathan jon jonny; john johannes johann hans jack johnny jan; jose josé pepe; joseph josef joe "
    "joey sepp jos; joshua josh; katharina kathi kati katja; kenneth ken kenny; lawrence larry lars; "
    "leonard leonardo leo len; ludwig lutz; luigi gigi; manuel manolo; margaret margarete maggie meg "
    "peggy greta rita gretchen; maria marie mia mari mimi; martin marty; matthew matthias mateo matt "
    "matze; maximilian maximiliano maxwell max; michael michel miguel michele mike mick micky michi "
    "mitch; natalie natalia nat; nathaniel nathan nate; nicholas nikolaus nicolas nick nico klaus "
    "niko claus; oliver olli ollie; pamela pam; patricia patrizia pat patty trish tricia; patrick "
    "pat paddy; peter pete petey; philip philipp phil; rafael raphael rafa; rebecca becca becky; "
    "richard rick rich dick ricky; robert roberto rob bob bobby robbie bert; rolf rudolf rudi; "
    "ronald ron ronnie; rosario charo; russell russ; salvatore totò salvo; samantha samuel sam "
    "sammy; sebastian sebastián seb basti wastl; stephanie stefanie steffi steph; stephen steven "
    "stefan steve steph; susan susanne susie sue suse; teresa theresa tess terry tere; thaddeus tad; "
    "theodore theo ted; thomas tom tommy tomás; timothy tim timmy; ursula uschi ulla; valentina "
    "vale; victoria vicky tori; vincent vincenzo vince enzo; walter walt wally; wilhelm wilhelmina "
    "willi mina; william bill will billy liam; wolfgang wolf; yolanda yoli; zachary zach zack; "
    "johannes hannes hans joop; thibault thibaut tibo titi; tobias tobi; maximilian maxi; bastian basti; "
    "friedrich fritz friedel; konstantin konsti; katharina käthe; elisabeth elli liesl lisl els betje; "
    "margarethe gretel grete griet margriet margit; francesco franco checco cesco; giuseppe pino peppino; "
    "luigi gino; alessandro sandro ale; antonio tonino nino; giovanni vanni nanni; domenico mimmo; raffaele lele; "
    "edoardo edo; federico fede; lorenzo lollo; beatrice bea bice; enrique quique kike; alejandro jandro ale; "
    "gregorio goyo; concepción concha conchi; dolores lola; mercedes merche; isabel chabela; ignacio iñaki; "
    "joaquín quim ximo; jordi jorge; josé zé; francisco chico xico; manuel manel nelo; joão janjão; "
    "cornelis kees cor; petrus piet pieter; willem wim; jacobus koos jaap; theodorus theo; hendrik rik; "
    "adrianus arie ad; karl kalle carl; lars lasse; anders adde; fredrik fredde figge; gustaf gurra; "
    "margareta greta maggan; birgitta bibbi gitta; katarina kattis; kristina kicki stina; magnus mange; "
    "per pelle; johan jocke joakim; aleksandra ola; aleksander olek; małgorzata gosia małgosia; katarzyna kasia; "
    "agnieszka aga; jakub kuba; tomasz tomek; stanisław staszek; krzysztof krzysiek; joanna asia joasia; "
    "anna ania; zofia zosia; barbara basia; magdalena magda lena; wojciech wojtek; grzegorz grzesiek; "
    "andrzej jędrek; jan janek jasiek; paweł pawełek; łukasz łukaszek; alexandre alex; benoît ben; "
    "guillaume guigui; nathalie nat; véronique véro; geneviève ginou; dominique dom; christophe chris; "
    "emmanuel manu; emmanuelle manu; damien damo damian; desmond des dez; gareth gaz; sharon shaz; darren daz; "
    "barry baz; kevin kev; terence terry; raymond ray; graham gray; nigel nige; derek del; leslie les; "
    "bernadette bernie bern; philippa pippa pip; prudence pru; rosemary rosie; hilary hils; "
    "rosalind rosalyn roz ros; abigail abby abbie; albert bert bertie; alfred alf alfie fred; alison ali; "
    "amanda mandy; angela angie; bernard bernie; beverley bev; bradley brad; caroline carol caro carrie; "
    "cassandra cass cassie; charlotte lottie charlie; clifford cliff; constance connie; cynthia cindy; "
    "donald don donny; douglas doug; edmund ned; eugene gene; evelyn evie; felicity fliss flick; florence flo; "
    "frances fran frankie; geoffrey jeffrey geoff jeff; georgina georgie; gwendolyn gwen; harriet hattie; "
    "herbert herb; imogen immy; jeremy jem jerry; josephine josie; judith judy jude; julian jules; julia jules; "
    "kimberly kim; louise lou; lucinda lucy; maureen mo; melanie mel; melissa mel missy; mildred millie; "
    "miranda randa; mitchell mitch; montgomery monty; neville nev; norman norm; penelope penny; rachel rach; "
    "reginald reg reggie; roderick rod; rodney rod; roger rog; simon si; stuart stu; tabitha tabby; "
    "veronica ronnie vroni; virginia ginny; vivian viv; wallace wally; winifred winnie; "
    "rafael rafa; guadalupe lupe; alfonso poncho; fernando nando fer; hector tito; leticia leti; nicolas nico; "
    "pilar pili; ramon moncho; roberto beto; santiago santi; sergio checo; vicente chente; montserrat montse; "
    "consuelo chelo; encarnacion encarna; inmaculada inma; soledad sole; esperanza espe; purificacion puri; "
    "trinidad trini; remedios reme; josefa pepa; jesus chus suso; frederic fred; sebastien seb; pierre pierrot; "
    "aurelie lili; camille cam; clementine clem; delphine del; gregoire greg; jerome jej; ludovic ludo; "
    "marguerite margot; maxime max; theophile theo; rodrigo digo; ricardo rick; henrique rique; catarina cata; "
    "bartolomeo meo; filippo pippo; massimiliano massi max; massimo max; maurizio mauri; tommaso tommi; "
    "gerardus gerard ger; hubertus huub; antonius toon ton; franciscus frans; henricus henk; nicolaas klaas; "
    "nils nisse; olof olle; sven svenne; bengt benke; mikael micke; niklas nicke; viktor vicke; sebastian sebbe; "
    "christian krille; daniel danne; henrik henke; rikard ricke; tobias tobbe; thomas tompa; mats matte; "
    "elisabet bettan; alicja ala; antoni antek; bartosz bartek; bartłomiej bartek; dariusz darek; elżbieta ela; "
    "franciszek franek; gabriela gabrysia; hanna hania; helena hela; henryk heniek; jadwiga jadzia; jerzy jurek; "
    "józef józek; karolina karola; kazimierz kazik; maciej maciek; mirosław mirek; natalia natka; piotr piotrek; "
    "radosław radek; ryszard rysiek; sławomir sławek; tadeusz tadek; urszula ula; wacław wacek; weronika wera; "
    "wiesław wiesiek; władysław władek; zbigniew zbyszek; zdzisław zdzisiek; zuzanna zuzia; "
    "bernhard bernd; siegfried siggi; theresia resi; ulrich uli; ulrike uli; leopold poldi; hildegard hilde"
)


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _NICKNAMES.split(";"):
        names = {fold(name) for name in line.split()}
        for name in names:
            found.setdefault(name, set()).update(names)
    return {name: frozenset(others) for name, others in found.items()}


def variants(name: str) -> frozenset[str]:
    """Return a given name with the names that people use for it, folded, itself included."""
    folded = fold(name)
    return _groups().get(folded, frozenset()) | {folded}


def sound(name: str) -> str:
    """Return what a name sounds like, roughly and in any of the languages: its consonants.

    Two names that sound alike have equal sounds; the other way round is not certain.
    """
    text = squash(name)
    for letters, one in (
        ("ph", "f"), ("sch", "s"), ("tsch", "s"), ("ch", "k"), ("ck", "k"), ("sh", "s"), ("th", "t"),
        ("qu", "k"), ("gh", "g"), ("dt", "t"), ("ts", "s"), ("tz", "s"), ("x", "ks"),
    ):  # fmt: skip
        text = text.replace(letters, one)
    text = text.translate(str.maketrans("cqzßvwdbyj", "kkssfftpii"))
    text = re.sub(r"(.)\1+", r"\1", text)
    return text[:1] + re.sub(r"[aeiouh]", "", text[1:])


def nearest(query: str, known: Iterable[Iterable[str]]) -> str | None:
    """Return the name that a query comes near to; None where none does, or those of several.

    `known` holds the names of each process.
    """
    flat = squash(query)
    if len(flat) < 4:
        return None
    known = [list(names) for names in known]
    cases = [name for names in known for name in names if is_inflected(query, name)]
    if cases:
        return cases[0] if len(set(map(squash, cases))) == 1 else None
    best = sorted((_closest(flat, names) for names in known), reverse=True)
    if best and best[0][0] >= _NEAR:
        is_clear = len(best) < 2 or best[0][0] - best[1][0] > _CLEAR or best[0][1] == best[1][1]
        return best[0][1] if is_clear else None
    alike = {name for _, name in best if name and _sounds_like(flat, squash(name))}
    return alike.pop() if len(alike) == 1 else None


_CASE = frozenset(
    "a e i o u y ie ia iu em iem om ow owi owie ami ach ego emu ej ym im ymi iej iego ce ca cy ki ka ke ko ku kiem "
    "kow cie ta te ty dzie da de dy rze ra re ry le la li l lu lem ly lo el ga dze ge gi na nie ne ny sta scie ste sty "
    "cha sze dz dzi c ci s si z zi n ni niu niem ncu niec nca ncy ncow k cu cem cowi ek kowi".split()
) | {""}
"""What Polish names end with in one case or another, folded, from where they differ on."""


def is_inflected(one: str, other: str) -> bool:
    """Tell whether two names may be one in two cases of Polish: `Pętla` and `Pętli`, word by word."""
    first, second = (
        [w for w in fold(text).replace("ł", "l").split() if len(w) > 1] for text in (one, other)
    )
    if len(first) != len(second) or first == second:
        return False
    return all(a == b or _are_cases(a, b) for a, b in zip(first, second, strict=True))


def names_in_cases(words: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """Return the known names, folded, that stand in a case of Polish among words: `Hałasowi`."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for name in known:
        by_start[name[:3]].append(name)
    return frozenset(
        name
        for word in words
        for name in by_start.get(word[:3], ())
        if len(word) > 3 and len(name) > 2 and is_inflected(word, name)
    )


POLISH = re.compile(r"[ąćęłńśźż]")
"""Letters that only Polish has, among the languages that are read; folding takes them away."""


def _are_cases(one: str, other: str) -> bool:
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    shared = min(len(one), len(other)) if shared is None else shared
    ends = {one[shared:], other[shared:]}
    if ends & {"ej", "iej"} and not ends & {"a", "ia"}:
        return False  # a woman's alone ends so: `dalej` is no Daly
    return shared > 2 and ends <= _CASE


def nearest_told(query: str, known: Iterable[Iterable[str]]) -> str | None:
    """Return the name in what people say that a query comes very near to; None where none does.

    Texts hold many words: it is a long one with the same beginning, and no other process has one.
    """
    flat = squash(query)
    if len(flat) < 4:
        return None
    known = [list(names) for names in known]
    cases = {squash(name): name for names in known for name in names if is_inflected(query, name)}
    if len(cases) == 1 or len(flat) < 6:
        return next(iter(cases.values()), None) if len(cases) == 1 else None
    near = {
        (number, squash(name)): name
        for number, names in enumerate(known)
        for name in names
        if squash(name)[:1] == flat[:1] and _ratio(flat, squash(name)) >= _VERY_NEAR
    }
    best = max(near, key=lambda key: _ratio(flat, key[1]), default=None)
    is_clear = len({number for number, _ in near}) == 1 or len({name for _, name in near}) == 1
    return near[best] if best is not None and is_clear else None


_ANY_HOUSE = frozenset(
    "clinica clinique klinik hospital hopital ziekenhuis szpital sjukhus institut institute instituto istituto universitat "
    "university universidad universite universidade universita foundation fundacion fondation fondazione fundacao stiftung "
    "stichting stiftelse gymnasium academy academia akademie college kommun gemeinde gemeente consulting consultancy services "
    "systems software solutions technologies technology digital partners gesellschaft company compagnie societa sociedad "
    "restaurant restaurante ristorante pharmacy apotheke pharmacie farmacia residencia seniorenheim pflegedienst laboratory "
    "logistics engineering industries insurance versicherung assurances financial capital holding berufskolleg gesamtschule".split()
)
"""What many houses are called first: it names none."""


def nearest_word(query: str, known: Iterable[Iterable[str]]) -> str | None:
    """Return the one word that the first long word of a query comes very near to: `Herzwek Pflege`."""
    first = next(
        (squash(w) for w in query.split() if len(w) > 6 and squash(w) not in _ANY_HOUSE), ""
    )
    near = {
        squash(name): name
        for names in known
        for name in names
        if " " not in name
        and _ratio(first, squash(name)) >= _VERY_NEAR + 0.04
        and not first.startswith(squash(name))
    }
    return next(iter(near.values())) if first and len(near) == 1 else None


_NEAR, _CLEAR = 0.82, 0.08
_VERY_NEAR = 0.86


def _closest(flat: str, names: Iterable[str]) -> tuple[float, str]:
    """Return the nearest of some names, and how near it is."""
    longer = [name for name in names if len(squash(name)) > 3]
    rated = ((_ratio(flat, squash(name)), name) for name in longer)
    alike = (((_NEAR - 0.01) * _sounds_like(flat, squash(name)), name) for name in longer)
    return max((*rated, *alike), default=(0.0, ""))


def _sounds_like(flat: str, other: str) -> bool:
    is_long = len(sound(other)) > 2
    return is_long and sound(other) == sound(flat) and abs(len(other) - len(flat)) < 3


def _ratio(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()
