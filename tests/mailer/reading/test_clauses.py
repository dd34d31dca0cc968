from tables import each

from mailer.reading import clauses
from mailer.reading.frames import Says


def said(text: str, *kinds: Says) -> Says | None:
    found = clauses.find(text, *kinds)
    return found.kind if found else None


@each(
    "text",
    [
        "Finance has put the headcount on ice.",
        "On ice since today, I hear: the headcount is on hold.",
        "The second thing: the vacancy has, I hear, been given to an internal colleague.",
        "There is no budget left for this role.",
        "Die Stelle haben wir mit einer Kollegin aus dem Haus besetzt.",
        "Für die Position gibt es dieses Jahr kein Budget mehr.",
        "Gestoppt wurde heute leider die ganze Suche.",
        "Le budget du poste a été coupé hier.",
        "La procédure vient d'être interrompue par le siège.",
        "El puesto se ha quedado sin dotación.",
        "Se anula la convocatoria por orden de central.",
        "Le poste vient toutefois d'être pourvu par une mobilité interne.",
        "Zarząd zlikwidował ten etat.",
    ],
)
def test_a_post_with_a_verb_that_ends_it_is_gone_in_any_order(text: str) -> None:
    assert said(text, Says.FILLED) is Says.FILLED


@each(
    "text",
    [
        "The headcount is not on ice.",
        "The role has not been filled yet.",
        "Has the role been filled?",
        "Once the role is filled we delete what you sent.",
        "If the budget were cut we would say so.",
        "The budget might be cut.",
        "Another role was filled in spring.",
        "We cancelled the search last year.",
        "Another candidate has withdrawn from the role.",
        "The role will be closed to applications on Friday.",
        "Congratulations, the search is closed: it is you.",
        "Die Stelle ist noch nicht besetzt.",
        "Sobald die Stelle besetzt ist, melden wir uns.",
        "Im letzten Jahr haben wir die Suche abgebrochen.",
        "Le poste n'est pas gelé.",
        "Si le recrutement est annulé, nous vous écrirons.",
        "El puesto aún no está cubierto.",
        "Cuando la plaza esté cubierta, os avisaremos.",
    ],
)
def test_what_is_denied_conditional_open_or_of_something_else_ends_nothing(text: str) -> None:
    assert said(text, Says.FILLED, Says.REJECTED) is None


@each(
    "text",
    [
        "We will not be pursuing your candidacy.",
        "The panel did not shortlist your application.",
        "After long talks we hired somebody else.",
        "Wir haben uns auf eine Bewerberin mit mehr Erfahrung festgelegt.",
        "Ihre Kandidatur können wir nicht weiter berücksichtigen.",
        "Le jury a penché pour un candidat plus expérimenté.",
        "Votre dossier n'a pas convaincu le jury.",
        "Hemos apostado por una persona con más recorrido.",
        "Tu candidatura no avanza a la siguiente fase.",
    ],
)
def test_somebody_else_or_not_you_is_a_refusal(text: str) -> None:
    assert said(text, Says.FILLED, Says.REJECTED) is Says.REJECTED


@each(
    "text",
    [
        "You do not have to continue with your application today.",
        "We cannot interview you before Monday.",
        "I have picked someone from the team to show you round.",
        "Bitte setzen Sie Ihre Bewerbung nicht auf den Verteiler.",
        "Wir können Sie nicht vor Montag einladen.",
        "Vous ne devez pas donner de suite à ce message.",
        "No hace falta que sigas con tu solicitud hoy.",
    ],
)
def test_what_need_not_be_done_or_only_later_is_no_refusal(text: str) -> None:
    assert said(text, Says.FILLED, Says.REJECTED) is None


@each(
    ("text", "kind"),
    [
        ("I am pulling my hat out of the ring: I withdraw from the search.", Says.WITHDRAWN),
        ("Could you please remove my name from the shortlist?", Says.WITHDRAWN),
        ("Ich scheide aus dem Verfahren aus.", Says.WITHDRAWN),
        ("Je me retire du recrutement.", Says.WITHDRAWN),
        ("Renuncio al proceso.", Says.WITHDRAWN),
        ("We all want you to join, at 71,000 a year.", Says.OFFERED),
        ("Alle wollen Sie im Team haben, 61.000 Euro im Jahr.", Says.OFFERED),
        ("Votre contrat part demain par la poste.", Says.OFFERED),
        ("La plaza es tuya.", Says.OFFERED),
        ("I have countersigned the papers and send them back.", Says.AGREED),
        ("Den Vertrag habe ich unterzeichnet.", Says.AGREED),
        ("Je signe le contrat ce soir.", Says.AGREED),
        ("Firmo el contrato mañana mismo.", Says.AGREED),
        ("Your signed copy has arrived.", Says.WELCOMED),
        ("Ihr unterzeichneter Vertrag ist eingetroffen.", Says.WELCOMED),
        ("The deciding interview is with our owner.", Says.LAST),
        ("Vous passez au tour décisif.", Says.LAST),
    ],
)
def test_the_other_kinds_are_told_by_the_same_means(text: str, kind: Says) -> None:
    assert said(text, kind) is kind


@each(
    ("text", "kind"),
    [
        ("I do not withdraw from the search.", Says.WITHDRAWN),
        ("Ich ziehe meine Bewerbung nicht zurück.", Says.WITHDRAWN),
        ("I had to withdraw from a conference.", Says.WITHDRAWN),
        ("If it came to that I would withdraw my application.", Says.WITHDRAWN),
        ("We would love you to join our webinar, a contract law special.", Says.OFFERED),
        ("Das Angebot bekommen Sie, wenn die Referenzen da sind.", Says.OFFERED),
        ("I have signed the lease contract for the flat.", Says.AGREED),
        ("I would love to take the job, but the pay is low.", Says.AGREED),
        ("First a call, then a test, and later the final interview.", Says.LAST),
    ],
)
def test_near_sentences_of_the_other_kinds_say_nothing(text: str, kind: Says) -> None:
    assert said(text, kind) is None


@each(
    ("text", "kind"),
    [
        ("O orçamento para a vaga foi cortado.", Says.FILLED),
        ("Optámos por um perfil com mais experiência.", Says.REJECTED),
        ("Renuncio ao processo.", Says.WITHDRAWN),
        ("Il budget per il ruolo è stato tagliato.", Says.FILLED),
        ("Abbiamo puntato su un profilo più esperto.", Says.REJECTED),
        ("Rinuncio alla selezione.", Says.WITHDRAWN),
        ("Het budget voor deze rol is geschrapt.", Says.FILLED),
        ("We hebben gekozen voor iemand met meer ervaring.", Says.REJECTED),
        ("Ik zie af van de vacature, ik wil afzien van de procedure.", Says.WITHDRAWN),
        ("Tjänsten har frysts av ledningen.", Says.FILLED),
        ("Vi satsar på en kandidat med längre erfarenhet.", Says.REJECTED),
        ("Jag hoppar av processen.", Says.WITHDRAWN),
        ("Etat został zamrożony.", Says.FILLED),
        ("Wybraliśmy osobę z większym doświadczeniem.", Says.REJECTED),
        ("Rezygnuję z procesu.", Says.WITHDRAWN),
        ("このポストは凍結されました。", Says.FILLED),
        ("今回は別の方に決定いたしました。", Says.REJECTED),
        ("選考から外れさせていただきます。", Says.WITHDRAWN),
        ("这个岗位被取消了。", Says.FILLED),
        ("我们最后录用了另一位候选人。", Says.REJECTED),
        ("我决定放弃这个机会。", Says.WITHDRAWN),
        ("Fico onde estou, no meu trabalho atual.", Says.WITHDRAWN),
        ("Ich bleibe bei meinem Arbeitgeber.", Says.WITHDRAWN),
    ],
)
def test_eleven_languages_say_who_is_gone_and_what(text: str, kind: Says) -> None:
    assert said(text, kind) is kind


@each(
    "text",
    [
        "O orçamento para a vaga não foi cortado.",
        "Quando a vaga estiver preenchida, avisamos.",
        "Il ruolo non è ancora stato assegnato.",
        "Se il budget fosse tagliato, la avviseremmo.",
        "De functie is nog niet ingevuld.",
        "Zodra de vacature vervuld is, hoort u van ons.",
        "Tjänsten är inte tillsatt.",
        "När tjänsten är tillsatt hör vi av oss.",
        "Stanowisko nie jest jeszcze obsadzone.",
        "Gdy etat zostanie zamrożony, damy znać.",
        "ポジションはまだ埋まっていません。",
        "採用が凍結される場合はご連絡します。",
        "岗位还没有招满。",
        "如果岗位取消,我们会通知您。",
        "另一位候选人放弃了这个岗位。",
        "Mi posto è occupato, siediti altrove.",
    ],
)
def test_in_all_of_them_a_denial_or_a_condition_ends_nothing(text: str) -> None:
    assert said(text, Says.FILLED, Says.REJECTED) is None


@each(
    "text",
    [
        "I am staying with my current employer until the end of my notice.",
        "Ik trek mijn sollicitatie niet in.",
        "選考を辞退するつもりはありません。",
        "如果我要退出,我会告诉您。",
    ],
)
def test_who_stays_or_only_might_leave_has_not_left(text: str) -> None:
    assert said(text, Says.WITHDRAWN) is None
