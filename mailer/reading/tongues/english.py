"""English: what clauses of hiring are made of."""

from mailer.reading.frames import Frame, Says, Tongue

_POST = (
    "roles? positions? posts? jobs? vacanc~ openings? seat spot headcount head_count budget "
    "requisition req hire place lectureship fellowship funding grant slot post(?:ing)? advert"
)
_SEARCH = (
    "search(?!_for_(?:candidates|applicants)) recruitment recruiting(?!_(?:coord|team|man|part|lead)\\w*) hiring(?!_(?:man|team|lead)\\w*) competition procedure process mandate assignment "
    "selection hires selection_process campaign"
)
_YOU = "you your_(?:\\w+_)?(?:application|candidacy|candidature|profile|cv|resume|submission|file|case)"
_SOMEONE = (
    r"(?:somebody|someone)(?!_(?:from_(?:my|our|the|hr)|to_(?:show|meet|help|pick|replace|cover|join|call)|in_(?:hr|my|our|the)|on_(?:my|our|the))) "
    r"(?:an)?other_(?:\w+_)?(?:candidate|applicant|person|profile|finalist|individual|contender)s? "
    r"a_(?:\w+_){0,2}(?:candidate|person|profile|colleague|applicant)_(?:with|whose|who|from|closer|nearer|already|that) "
    r"an?_(?:internal|external|more_\w+|different|stronger)_(?:\w+_)?(?:candidate|applicant|colleague|person|profile|option) "
    r"(?:candidates|applicants|people)_(?:with|whose|closer|nearer|more)"
)
_PROCESS = (
    r"process~ application candidacy candidature (?<!my_)(?:role|position|post) running race selection opportunity "
    r"consideration recruitment search shortlist candidate_(?:pool|list) list_of_candidates vacancy pipeline hat ring interviews"
)
_ROUND = r"round interview meeting conversation stage step talk chat hurdle session panel visit discussion"

ENGLISH = Tongue(
    code="en",
    nots=r"\b(?:not|never|no longer|unable|cannot|nobody|nothing|no one|none|without|neither|against|refus\w+|declin\w+|impossible|too \w+ to|isn|don)\b|n't\b",
    breaks=r"\b(?:but|however|although|though|while|because|so that|so|and|or)\b",
    ifs=r"\b(?:if|whether|unless|until(?! further notice)|once|when|whenever|as soon as|in case|before (?:the|this|we|i)|should (?:the|this|our|we|you|it)|suppose|provided|in the event|every time|usually|normally|as a rule|typically)\b",
    opens_if=r"(?:if|unless|should (?:the|this|our|we|you|it|your)|in case|suppose|once|as soon as|until|were (?:the|we|you)|whether|had)\b",
    maybe=r"\b(?:might|may|could|would|risk\w*|rumou?rs?|fear|worr\w+|unlikely|hope\w*|in theory|either way|some roles)\b",
    past=r"\b(?:last (?:year|spring|summer|autumn|fall|winter|time)|years? ago|months ago|in the past|back in|in (?:19|20)\d\d|previously|at the time|used to|(?:19|20)\d\d (?:round|search|competition))\b",
    other=r"\b(?:one of (?:our|the|these)(?: \w+)?|another|other|different|second|similar|sister|previous|earlier|former|old|parallel|current|present|his|her|their own|last|that other|junior|senior|next|interview|lunch|coffee|first|car|work)",
    yet=r"\byet\b|\b(?:still|also|too|in parallel|as well|at the same time|so far)\b",
    later=r" (?:\w+ ){0,3}(?:before|until(?! further)|till|without|this week|today|tomorrow|by (?:mon|tue|wed|thu|fri|the end)\w*|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|month)|at (?:noon|midnight|\d)|for applications|to applications|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|straight away|right away|(?:as )?quickly|as fast|yet)\b",
    people=r"\b(?:candidate|applicant|finalist|someone|somebody|colleague|person|interviewer|friend|brother|sister)s?\b",
    glad=r"congratulat|(?:pleased|delighted|happy|thrilled|excited) to (?:offer|invite|confirm|tell|let you know|say)|(?:have|has) been moved|reschedul|look(?:ing)? forward to (?:seeing|meeting|welcoming) you",
    buts=r"\b(?:but|however|only if|provided|unless|although)\b",
    wants=r"\b(?:want|wish|like|fancy|care|say yes|questions?|anything|need|let (?:me|us) know)\b",
    asks=r"(?:would|could|can|will) you (?:please |kindly |therefore )?(?:remove|take|withdraw|close|cancel|strike|consider)|please",
    frames=(
        Frame(
            Says.FILLED,
            r"filled taken(?!_(?:care|place|part|over|up|into|to|forward|further|on|off|by_the|a_|an_|the_|longer|some|more|us|so|its?|shape|seriously|account|quite|much|\d)) "
            r"gone(?!_(?:through|over|well|very|smoothly|to_plan|up|live|on|out|back|ahead|quiet|further|from|really|great|fine|a_)) "
            r"withdrawn cancel~ frozen(?!_(?:\w+_)?(?:business|food|team|desk|goods)) froze on_(?:hold|ice) paused closed(?!_(?:for|to|at|door|beta|session)) "
            r"shelved scrapped pulled(?!_(?:out|together|forward|in)) dropped(?!_(?:by|in|off)) axed called_off abandoned halted suspended "
            r"mothballed parked struck killed buried binned vetoed spiked disappear~ vanish~ evaporated fallen_(?:through|away|victim) fell_(?:through|away|victim) eliminated "
            r"abolished off_the_table snapped_up discontinued redundant cut(?!_(?:out|down|-|off_date|short)) slashed "
            r"no_longer_(?:\w+_)?(?:available|exist~|open|needed|required|funded|there|vacant|going|on_offer|advertised|be_filled|being_filled|live) "
            r"(?:given|gone|went|goes|going|awarded|offered)_to_(?:an?|the|some\w+|one_of)(?!_(?:print|press|tender|board|market|committee|panel|client)) "
            r"wound_up merged_into absorbed reassigned stood_down nothing_(?:left_)?to_fill covered_internally filled_internally deferred_indefinitely "
            r"(?:leave|leaving|left|stay|remain)~_(?:\w+_){0,3}(?:vacant|empty|unfilled) come_to_nothing",
            _POST,
            is_near=True,
            unless=r"applications? portal site office canteen deadline interview meeting slots? car_park closing_date training call wave round series million predecessor~ hotel table gym car_park course flight",
        ),
        Frame(
            Says.FILLED,
            r"cancel~ frozen(?!_\w) froze freez~ on_(?:hold|ice) paused pausing stopped stopping closed_(?:the|this|our|down|off|early|without|internally) clos(?:ed|ing)(?!_\w) "
            r"shelv~ scrapped abandon~ halt~ suspend~ mothballed parked called_off calling_off discontinu~ wound_up wind~_(?:up|down) "
            r"at_an_end ends_here (?:call~|brought|put)_(?:\w+_){0,2}(?:halt|stop|end)_to halt_to stop_to given_up giving_up no_longer_(?:\w+_)?(?:ongoing|going_ahead|running|active|live|open) pulled(?!_(?:out|together)) put_a_stop wrapp~_up_without",
            _SEARCH,
            is_near=True,
            unless=r"applications? portal site office deadline interview meeting slots? form",
        ),
        Frame(
            Says.FILLED,
            r"fill~ recruit~ hir(?:e|ed|ing)(?!_you) appoint(?:ed|ing)?(?!_you) go~_ahead proceed~ replac~ approved renewed signed_off "
            r"re-?advertis~ exist~ materialis~ happening be_offered going_anywhere move_forward released",
            "(?:this|the|that|our)_(?:\\w+_)?(?:role|position|post|job|vacancy|headcount|budget|requisition|hire|recruitment|search|hiring|funding|lectureship|fellowship|competition|procedure) anyone anybody no_one nobody",
            denied=True,
            is_near=True,
            gap=40,
            unless=r"easy first only quickly trivial hard problem advert~ you with_you call meeting anyone_else by_email light~ alone just",
        ),
        Frame(
            Says.FILLED,
            r"(?:no|not_enough|without_(?:a|any|the)|isn't_(?:a|any)|won't_be_(?:a|an|any)|aren't_any)_(?:\w+_)?(?:openings?|vacanc~|role|position|post|budget|money|funds|funding|headcount|hire|hires|hiring|recruitment)",
            r"left any_more anymore any_longer this_year after_all for_(?:this|the|that)_(?:\w+_)?(?:role|position|post|job|hire|vacancy) to_fill available for_the_(?:time_being|foreseeable) until_further in_\w+_area now",
            gap=30,
            is_near=True,
            unless=r"travel hotel lunch so_far other slots?",
        ),
        Frame(
            Says.FILLED,
            r"promot~ moving_(?:over|across|into) mov(?:e|ed)_(?:over|across|into) return(?:s|ing)? transfer~ step(?:ping|s|ped)_into stepped_up redeploy~ tak(?:es|ing)_over",
            r"(?:somebody|someone)_(?:\w+_)?(?:from_(?:within|inside)|internal~) an?_(?:internal|existing)_(?:\w+_)?(?:colleague|employee|candidate|person|teammate)",
            gap=40,
            unless=r"contact introduce interview",
        ),
        Frame(
            Says.FILLED,
            r"(?:no|isn't_any|isn't_a|won't_be_a|not_a)_(?:\w+_){0,2}(?:job|role|post|position|work)",
            r"any_more anymore any_longer left now",
            gap=20,
            is_near=True,
            unless=r"offer other slots? interview",
        ),
        Frame(
            Says.FILLED,
            r"pulled_the_plug ran_out_of_(?:money|cash|funding) run_out_of_(?:money|cash|funding) went_bust gone_bust gone_under went_under (?:into|in)_(?:administration|liquidation|receivership|chapter_(?:7|11)) ceased_trading filed_for_bankruptcy bankrupt insolvent shut_up_shop shut(?:ting)?_(?:up|down)_(?:the|our)_(?:company|business|firm|studio|agency|shop) closed_(?:down_)?(?:the|our)_(?:company|business|firm|studio|agency|shop|practice) let_(?:everyone|everybody|us_all|the_whole_\w+)_go (?:everyone|everybody|all_of_us)_(?:is|are|was|were|has_been)_(?:let_go|laid_off)",
            r"we we've company firm business start-?up investors? everyone everybody studio agency house bank shop practice school charity backers? board they",
            gap=45,
            unless=r"competitor server website system project_we client customer once years_ago",
        ),
        Frame(
            Says.REJECTED,
            r"suits fits matche[sd] suited fitted came_out_(?:ahead|on_top|in_front|stronger) stood_out won_out got_the_(?:job|nod|role) (?:was|is|were|had|has|have|brought|brings|offers?)_(?:\w+_){0,2}(?:better|stronger|closer|nearer|more|edge|ahead)",
            r"an?_different_(?:\w+_)?(?:candidate|applicant|person|profile) " + _SOMEONE,
            gap=30,
            is_near=True,
            unless=r"you_(?:and|will|can)_\w+ looking_for interview~ if introduce~ talk_to",
        ),
        Frame(
            Says.REJECTED,
            r"said_no says_no is_a_no was_a_no thumbs_down said_it's_a_no turned_(?:it|us|this|you)_down not_convinced weren't_convinced wasn't_convinced won't_be_you isn't_you(?!!)",
            r"client panel committee board team partners? they answer verdict decision bosses? directors? it",
            gap=30,
            is_near=True,
            unless=r"parking visa date other bear_with",
        ),
        Frame(
            Says.REJECTED,
            r"fell_(?:just_)?short missed_out came_(?:a_close_)?second runner-up narrowly_missed just_short pipped",
            r"you your_(?:application|candidacy|profile)",
            gap=40,
            is_near=True,
        ),
        Frame(
            Says.REJECTED,
            r"chosen chose picked selected hired appointed to_appoint engaged signed (?:gone|went|going|go)_(?:with|for|instead_with) opted_(?:for|to_go_with) "
            r"opting_for decided_(?:on|for|in_favour_of|in_favor_of|to_\w+_with) settled_(?:on|for) plumped_for preferred leaned_towards "
            r"offered_(?:it|the_\w+)_to given_(?:it|the_\w+)_to gave_(?:it|the_\w+)_to (?:mov|go|proceed|press|push|continu|progress)ing_(?:ahead_|forward_|on_)?with "
            r"(?:move|proceed|proceeded|moved|continue|progress)_(?:ahead_|forward_|on_)?with landed_on came_down_(?:to|on_the_side_of|in_favou?r_of) fell_on "
            r"taken_on made_(?:an|the|our)_offer_to extended_(?:an|the|our)_offer_to edged_out pipped favou?red found",
            _SOMEONE,
            gap=36,
            is_near=True,
            unless=r"you_(?:and|will|can)_\w+ also parallel looking_for interview~ if introduce~ contact_person",
        ),
        Frame(
            Says.REJECTED,
            r"continu~ proceed~ pursu~ (?:go|going|went)_(?:ahead|forward|on|further|any_further) (?:mov|tak|carry|bring|put|push)(?:e|ing|en|y)?_(?:\w+_){0,4}(?:forward|further|ahead|on) "
            r"progress(?:ed|ing)? advanc~ shortlist~ invit~_you_(?:to|for|back) interview_you hir(?:e|ing)_you offer(?:ing)?_you_(?:the|a|this)_(?:role|position|post|job|place|contract) "
            r"consider~ appoint~_you select~ retain~ mak~_you_an_offer extend_you_(?:an|the)_offer offer_you_employment recommend~ support~_your "
            r"see_(?:a|enough_of_a|the)_(?:match|fit) carry_on (?:ask|see|have|bring|call|meet)(?:ing)?_you_(?:back|again|in_again) a_(?:role|position|place|suitable_\w+)_for_you (?:suitable|right|fitting)_(?:role|position|opening|opportunity)",
            _YOU + r" this_any_further",
            denied=True,
            gap=45,
            is_near=True,
            unless=r"you_(?:do|need|have_to|must|can|should|could|may|would|don|didn|are|will|want|wish|prefer|feel|decide|were|might)~ please hesitate worry "
            r"only date deadline question~ ask_(?:me|us|any)\w* that_you pass_on by_(?:phone|email) references slot",
        ),
        Frame(
            Says.REJECTED,
            r"successful(?!ly) selected shortlisted short-listed chosen the_preferred through_to appointed retained the_one(?!_(?:you|who|to|that)) "
            r"the_(?:right|best|closest|strongest)_(?:fit|match|person|candidate) made_(?:it|the_cut|the_shortlist|our) make_(?:it_(?:to|through|onto)|the_cut|the_shortlist) "
            r"(?:get|got|secure|land)_(?:the|this)_(?:job|role|position|post) progress(?:ed|ing) invited_to taken_(?:further|forward) a_match (?:a|quite_the)_fit what_(?:we|they|the_client|the_team)~_(?:'re|are|is|was|were)?_?(?:look|need|want|after|search|had|have)~ "
            r"among_(?:those|the) be_joining fit~ match~ meet~_(?:all|the|our) align~",
            _YOU + " your_(?:experience|background|skills)",
            denied=True,
            gap=30,
            is_near=True,
            unless=r"only how why what_we_(?:discussed|agreed|said|talked) invited_to_(?:dinner|lunch|the_call) calendar dates? time slots? diary",
        ),
        Frame(
            Says.REJECTED,
            r"turn~_down reject~ declin~ decided_against pass(?:ed|ing)?_on_(?=you) rul~_out ruled_out part_ways stop_here end_(?:here|it_here|things_here) let_you_down let_you_go "
            r"end~_(?:your|the)_(?:application|candidacy|process)",
            r"you your_(?:\w+_)?(?:application|candidacy|profile|submission) (?:process|things|it|this)_(?:here|with_you)",
            gap=30,
            is_near=True,
            unless=r"invitation call meeting interview_without you_(?:want|decide|would|prefer|need|have|decline|turn|can) feel_free please offer",
        ),
        Frame(
            Says.WITHDRAWN,
            r"withdraw~ withdrew step(?:ped|ping)?_(?:back|away|aside|out|down) pull(?:ed|ing)?_out bow(?:ed|ing)?_out back(?:ed|ing)?_out drop(?:ped|ping)?_out opt(?:ed|ing)?_out "
            r"tak(?:e|ing)_(?:me|myself|my_\w+)_out remov(?:e|ing)_(?:me|myself|my_(?:name|cv|details|profile|application|candidacy)) bail(?:ing)?_out stand(?:ing)?_(?:down|aside) "
            r"retract~ strike_me cross_me scratch_me take_(?:me|my_name)_off exit(?:ing)? quit~ discontinu~ close_my end_my cancel_my leav(?:e|ing)_(?:the|your|this) "
            r"excus(?:e|ing)_myself rul(?:e|ing)_myself_out call_it_a_day decided_against draw_a_line pass(?:ing)?_on (?:give|giving)_(?:\w+_){1,3}a_miss say(?:ing)?_no_to turn(?:ing)?_down walk(?:ing)?_away",
            _PROCESS,
            is_near=True,
            gap=45,
            unless=r"my_(?:current|present|old|last)_\w+ mailing newsletter interview_(?:slot|on|time) grant conference savings company database step_back_from_my",
        ),
        Frame(
            Says.WITHDRAWN,
            r"continu~ proceed~ (?:go|going)_(?:on|ahead|further|forward|any_further) mov(?:e|ing)_(?:ahead|forward|on) carry(?:ing)?_on tak(?:e|ing)_(?:\w+_){0,4}(?:further|forward) "
            r"keep_going stay(?:ing)?_in remain_in be_considered consider_(?:me|my_\w+) pursu~ progress in_the_running interested_in go_through_with see_myself_in a_candidate",
            _PROCESS
            + r" any_further the_interviews consider_me my_application conversations? talks",
            denied=True,
            is_near=True,
            gap=40,
            unless=r"sure know understand heard only just as_fast today this_week (?:you|we|they)_(?:are|do|can|could|have|will)~ less why how",
        ),
        Frame(
            Says.WITHDRAWN,
            r"(?:continu~|proceed~|go_(?:on|ahead|further|forward)|take_(?:this|it|things)_(?:further|forward)|carry_on|pursue_(?:this|it)|see_(?:this|it)_through)",
            r"decided rather prefer chosen concluded can't cannot won't longer",
            denied=True,
            is_near=True,
            gap=25,
            unless=r"today this_week call meeting until before you_(?:decided|can|will) by_phone interview today's",
        ),
        Frame(
            Says.WITHDRAWN,
            r"without_me off_the_(?:market|table_for_me) no_longer_(?:on_the_(?:job_)?market|looking|searching|available_for_(?:the|this)) (?:consider|regard)_(?:my|me)_(?:\w+_)?(?:application|candidacy|as)_?(?:closed|withdrawn|out|over)?",
            r"please application go proceed continue i my",
            is_near=True,
            gap=50,
            unless=r"meeting call lunch start_without slot consider_my_application_(?!closed|withdrawn)\w+ as_a tuesday monday wednesday thursday friday",
        ),
        Frame(
            Says.OFFERED,
            r"(?:have|see|welcome|get)_you_(?:\w+_){0,2}(?:on_board|aboard|join~|on_(?:the|our)_team|in_(?:the|our)_team) you_(?:to_)?(?:join|come_(?:on_board|aboard|and_work|to_work)|be_(?:our|part|one_of)) "
            r"(?:hire|appoint|employ)_you want~_you(?=[.,!]|$|_(?:as|at|on_(?:the|our)_team|to_(?:join|take|have_the))) you_(?:to_)?work_(?:for|with)_us you_to_(?:take|have)_(?:the|this)_(?:job|role|position|post) you_to_start_(?:in|on|as)_\w+ votes?d?_for_you bring_you_(?:on_board|in) welcome_you_as you'd_be_joining",
            r"salary unanimous~ \d{2,3}k \d{2,3}[.,\s]000 per_(?:year|annum|hour|month) a_year contract offer starting start_(?:date|on|in|from) starts_(?:on|in) (?:everyone|everybody|they_all|the_whole_(?:team|panel))_(?:agreed?|said|loved|wants?) terms package decided want~ panel votes?d? job",
            gap=110,
            unless=r"interview~ community network newsletter webinar call lunch talk event zoom teams slack channel for_(?:a|an|our)_(?:chat|talk|call|day|visit) next_(?:round|stage) case_study range",
        ),
        Frame(
            Says.OFFERED,
            r"offer(?:ing)?_you_(?:the|an?|this|our)(?=_(?:[\w-]+_){0,7}(?:role|position|post|job|appointment|contract|place|lead|head|manager|director|engineer)) offer_you_(?:employment|the_above) mak(?:e|ing)_you_(?:an|a|our)_(?:\w+_)?offer extend(?:ing)?_(?:to_you_)?(?:an?|our|the|a_formal)_(?:\w+_)?offer appoint_you "
            r"(?:would|'d)_(?:very_much_)?(?:like|love)_you_(?:as|to_be)_(?:our|their|my)",
            r"pleased delighted happy thrilled pleasure like love glad joy excited want wants decided agreed unanimous proud honou?r hereby",
            gap=40,
            is_near=True,
            unless=r"interview slot call if tour visit unable regret",
        ),
        Frame(
            Says.OFFERED,
            r"yours(?!_(?:truly|sincerely|faithfully|to_\w+))",
            r"(?:role|position|post|job|place|seat)",
            gap=18,
            is_near=True,
        ),
        Frame(
            Says.OFFERED,
            r"attach~ enclos~ on_its_way follows follow confirm shar(?:e|ing) in_writing typing (?:send|sending|sent|prepar~|draft~|draw~_up|drawn_up|get~_ready|put~_together|issu~|email~|mail~|post~)(?!_back) for_(?:your_)?signature in_the_post ready_to_sign "
            r"ready_for_you",
            r"(?:our|their|my|formal)_(?:\w+_)?offer (?:your|an?|the|our)_(?:\w+_)?(?:letter_of_offer|contract_of_employment|individual_employment_agreement) offer_letter formal_offer (?:your|an?|the)_(?:\w+_)?(?:employment_contract|contract_of_employment|offer_letter|letter_of_appointment|appointment_letter|employment_agreement|formal_offer|written_offer|offer_in_writing) your_contract your_offer "
            r"(?:contract|offer)_(?:to_you|for_you)",
            gap=40,
            is_near=True,
            unless=r"current existing old last_employer previous interview template sample would if click kindly fee signed completed all_parties unable regret accepting",
        ),
        Frame(
            Says.OFFERED,
            r"(?:are|'re)_(?:hired|our_(?:choice|pick|first_choice|preferred_candidate|favourite|new_\w+)|the_one_(?:we|for_us)|who_we_want|the_(?:successful|chosen|winning|preferred)_(?:candidate|applicant)|the_person_we) "
            r"(?:chosen|picked|chose|decided_(?:on|for)|gone_(?:with|for)|settled_on|going_with)_you(?!_(?:to|for|r|as_one|and)) got_(?:the_(?:job|role|position|post)) "
            r"selected_(?:for|to_fill)_the_(?:role|position|post|job)(?!_(?:interview|shortlist)) make_it_(?:official|permanent)",
            r"you we they the_(?:panel|team|board|committee|partners|client)",
            gap=60,
            unless=r"one_of shortlist~ interview~ round stage finalists?",
        ),
        Frame(
            Says.AGREED,
            r"accept(?:ed|ing|s)? sign(?:ed|ing)? countersign~ tak(?:e|ing) say(?:ing)?_yes said_yes agree(?:d)? return~ send~_back",
            r"(?:the|your|this|my)_(?:\w+_)?(?:offer|job|role|position|post|contract|terms|proposal|papers|paperwork|documents|letter|agreement|copy|conditions)",
            gap=30,
            is_near=True,
            unless=r"flat lease rental apartment house nda gym phone mortgage car wi-?fi another elsewhere other interview time week think~ look consider weekend questions? thought",
        ),
        Frame(
            Says.AGREED,
            r"yes(?:_(?:yes|please|absolutely|of_course|from_me|indeed))? absolutely_yes i'm_in count_me_in on_board i'd_love_to_(?:join|start|come) (?:look_forward|looking_forward)_to_(?:joining|starting|working_with_(?:you|everyone)) "
            r"(?:thrilled|delighted|happy|glad|excited|over_the_moon)_to_(?:join|start|be_joining|be_part|accept|come)",
            r"sign~ accept~ join~ start~ offer contract job role team aboard",
            gap=60,
            unless=r"question~ think weekend meeting call interview received applied thank_you_for_the_offer_i_will but",
        ),
        Frame(
            Says.AGREED,
            r"i_(?:\w+_)?accept(?!_(?:that|your_apolog|the_invit|this_is|it_may)\w*) (?:happy|delighted|pleased|glad|thrilled|honou?red|proud|excited)_to_(?:\w+_)?accept i_say_yes signed_(?:it|both|this|everything|the_dotted|on_the_dotted)(?:_\w+)?",
            unless=r"interview invitation invite slot call lunch dinner apolog~",
        ),
        Frame(
            Says.WELCOMED,
            r"received reached_(?:us|me) arrived got(?!_to) thank~ back in_hand is_here on_(?:my|our)_desk come_(?:in|through) safely and_in welcome tells_me",
            r"(?:counter-?)?signed_(?:\w+_)?(?:contract|copy|offer|letter|agreement|papers|paperwork|documents|version)(?!_back) your_signed_\w+ your_acceptance your_countersigned_\w+ (?:paperwork|contract|papers|everything|documents)_(?:\w+_){0,2}signed",
            gap=50,
            unless=r"waiting once when",
        ),
        Frame(
            Says.WELCOMED,
            r"(?:glad|thrilled|happy|delighted|pleased|wonderful|brilliant|great|fantastic|lovely|chuffed|excited)_(?:\w+_){0,3}(?:you|that_you)_(?:said_yes|accepted|are_joining|'re_joining|signed|will_be_joining|will_be_starting|are_coming|decided_to_join) "
            r"you're_one_of_us part_of_the_(?:team|family)_now your_(?:first_day|start_date)_(?:is|will_be) welcome_(?:aboard|on_board)(?!_the_process) (?:warm|big|hearty|huge)_welcome_(?:to|from)_(?!the_interview)\w+ welcome_to_the_(?:team|family|crew|company|club) see_you_on_your_first_day",
        ),
        Frame(
            Says.LAST,
            r"final deciding decisive concluding closing",
            r"(?:round|interview|meeting|conversation|stage|step|talk|chat|hurdle|session|panel|discussion|get-together|loop)s?",
            gap=12,
            is_near=True,
            unless=r"then afterwards followed later three four consists draft version rounds project thesis",
        ),
        Frame(
            Says.LAST,
            r"left remaining remains to_go",
            r"(?:just|only)?_?one_(?:\w+_)?(?:hurdle|step|round|interview|conversation|meeting|stage|chat) (?:just|only|down_to|are|have)_(?:the_)?(?:last_)?(?:two|three|2|3)_(?:people|candidates|of_you|finalists|applicants)",
            gap=16,
            is_near=True,
            unless=r"slots? places? seats? hours? days? minutes?",
        ),
        Frame(
            Says.LAST,
            r"one_(?:final|last)_time the_decider the_(?:grand_)?finale",
            r"you see meet talk decide",
            gap=30,
            unless=r"reminder ask remind try read check",
        ),
        Frame(
            Says.LAST,
            r"last_(?:\w+_)?(?:round|interview|meeting|conversation|stage|step|talk|chat|hurdle|session|panel|discussion|loop)",
            r"before_(?:we|the|they|making|a)_(?:\w+_)?(?:decid~|decision|make|choice|mind) one only_one (?:is|be|will_be|it's|that's|thats)_(?:then_)?the_last on_our_side would_be remaining remains left",
            gap=30,
            unless=r"then afterwards followed later three four consists our_last",
        ),
        Frame(
            Says.WITHDRAWN,
            r"stay(?:ing)? remain(?:ing)? staying_put stick(?:ing)?",
            r"where_i_am put with_my_(?:current|present)_(?:employer|company|team|firm|job) in_my_(?:current|present)_(?:role|job|post|position) at_my_(?:current|present)_(?:company|employer|firm)",
            gap=12,
            is_near=True,
            unless=r"until till notice hotel flat tonight weekend for_the_moment",
        ),
        Frame(
            Says.REJECTED,
            r"(?:isn't|is_not|won't|will_not|wasn't|was_not)_(?:going_to_)?(?:be|to_be)_(?:this_one|this_time|you|the_one(?!_(?:you|who|to|that))|a_yes|yours) (?:vote|decision|verdict|choice|panel|board|it|answer)_(?:has_)?(?:went|gone|fell|fallen|came_down)_(?:\w+_)?(?:the_other_way|against_you|elsewhere|somewhere_else|another_way|to_another) (?:isn't|not)_(?:in_the_cards|on_the_cards)_(?:this_time|for_you) no_luck_this_time not_the_news_(?:you|we|i)_\w+ (?:wish|hoped|rather)_(?:\w+_)?(?:better|happier|other|different)_news (?:we|they|i)_(?:are|'re|am|have)_(?:\w+_)?(?:leaving|left|leave)_it_there_with_you (?:we're|we_are|they're|they_are)_(?:going|gone)_(?:with|for)_(?:someone|somebody|another|an_internal|the_internal)\w*",
            unless=r"parking room interview_slot monday tuesday wednesday thursday friday date hotel",
            any_polarity=True,
        ),
        Frame(
            Says.FILLED,
            r"pull(?:ed|ing|s)?_the_plug re-?advertis(?:e|ed|ing) (?:start|begin)(?:ning|ing)?_the_search_(?:again|afresh|over) back_to_the_drawing_board went_to_(?:one_of_our_own|an_insider|an_internal|a_colleague)",
            r"post role position job vacancy search hire hiring recruitment everything it requirements department team headcount advert",
            unless=r"deadline interview meeting project_you product",
        ),
        Frame(
            Says.WITHDRAWN,
            r"(?:give|given|gave|offer|pass)_(?:my_(?:place|slot_in_the_process|seat)_to|it_to_(?:somebody|someone)_who) (?:signed|said_yes|committed|accepted)_(?:\w+_){0,2}(?:elsewhere|somewhere_else|with_another) (?:another|a_different)_(?:door|job|post|role)_(?:has_)?(?:opened|came_up|came_through|turned_up) (?:can't|cannot|couldn't|won't|will_not)_(?:\w+_)?(?:be_joining|see_this_through|do_this_after_all|go_through_with_it) (?:it's|it_is|that's|this_is|so_it's)_a_no_from_me (?:don't|do_not)_count_(?:on_)?me you_won't_be_(?:hearing|seeing)_me_in please_go_on_without_me",
            unless=r"interview_slot if cannot_say whether meeting lunch",
            any_polarity=True,
        ),
        Frame(
            Says.AGREED,
            r"(?:consider|count)_me_(?:yours|in|signed_up|on_board) (?:my_answer|the_answer|it|that)_is_(?:a_)?(?:\w+_)?yes(?!_to_(?:the_)?(?:call|slot|date|meeting|interview)) i'll_take_it(?!_from) i_will_take_(?:it|the_(?:job|post|role)) where_do_i_sign yes_i_will(?=[.!]) (?:i|we)_have_a_deal you_have_(?:yourself|yourselves|got_yourself)_a",
            unless=r"slot interview call tuesday monday wednesday thursday friday lift but if",
        ),
        Frame(
            Says.FILLED,
            r"(?:been|was|is|now|already)_(?:\w+_)?filled taken_internally",
            r"it this_one that_one the_same",
            gap=24,
            is_near=True,
            unless=r"room raum sala salle zaal form formulaire formular slot table car if wenn si",
        ),
        Frame(
            Says.REJECTED,
            r"appoint(?:ed|ing) chosen chose picked hired went_with gone_with going_with opted_for settled_on offered_it_to",
            r"the_(?:\w+_)?(?:gentleman|lady|woman|man|candidate|colleague|person|applicant|fellow|chap|incumbent)(?:_who|_from|_already|(?=[.,!]))",
            gap=20,
            is_near=True,
            unless=r"for_the_interview you panel chair lead interviewer first if",
        ),
        Frame(
            Says.OFFERED,
            r"(?:your_)?terms_and_conditions_of_employment statement_of_(?:main_)?terms (?:the_)?docusign_(?:should|will|is|has|for_your|with_your) you_(?:were|are)_(?:its|our|their|the)_(?:unanimous_)?first_choice the_(?:job|post|role)_is_going_to_you pulled_the_trigger(?=[.!]) cleared_your_(?:package|offer|comp) (?:have|has)_been_appointed(?:_\w+)? like_to_go_ahead(?=[.!]|_with_you[.!]) (?:came|come|coming)_(?:out|back)_with_a_yes got_a_yes_for_you",
            unless=r"unless_round interview meeting trial",
        ),
        Frame(
            Says.WITHDRAWN,
            r"(?:like|want|prefer|decided|have|going)_to_bow_out bow_out_(?:now|here|at_this) (?:my_)?heart_(?:isn't|is_not|was_not|wasn't)_in_it",
            unless=r"if",
        ),
        Frame(
            Says.AGREED,
            r"(?:i'm|i_am|i'll_be|i_will_be)_joining_you(?!_(?:on_zoom|at_the|for)) (?:papers|contract|offer|everything)_(?:is_|are_)?(?:\w+_)?signed(?=[_.,])",
            unless=r"interview call slot tuesday wednesday form",
        ),
        Frame(
            Says.WITHDRAWN,
            r"(?:going_to|i'll|i_will|i'd_rather|decided_to|prefer_to)_stop_here(?!_(?:at|for|on)) close_my_file",
            unless=r"if station",
        ),
        Frame(
            Says.WITHDRAWN,
            r"(?:going_to|have_to|decided_to|like_to|must|need_to)_withdraw(?=[.,!])",
            unless=r"if might money cash",
        ),
        Frame(
            Says.OFFERED,
            r"(?:bring|have|take)_you_into_the_(?:practice|firm|partnership|company)_as they're_offering_(?:you_)?[£$€]?\d{2,3}",
            unless=r"interview slot if per_cent dates",
        ),
    ),
)
