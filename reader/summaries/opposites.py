"""Words that turn a sentence around, words that say the same, and numbers written as words. English. Data only."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from reader.summaries.sentence import stem, stop_stems

NEGATIONS = re.compile(
    r"\b(?:not(?! only)|never|no|none|nobody|nothing|neither|nor|without|cannot|unable|failed|fails?|refus\w+|den(?:y|ies|ied)|"
    r"unlikely|hardly|rul(?:es|ed|ing) out|in vain|without success|left open whether|leaves? open whether|"
    r"rather than|instead of|forgo(?:es|ne)?|ban(?:s|ned|ning)?|barr(?:ed|ing)|prohibit\w*|forb(?:id|ade)\w*|"
    r"outlaw\w*|\w+n['’]t)\b",
    re.IGNORECASE,
)
"""What stands behind one of these is denied or forbidden."""

NUMBER_WORDS = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split(),
        map(str, [*range(2, 20), *range(20, 100, 10)]),
        strict=True,
    )
)
"""Numbers that papers write as words."""

_PAIRS = (
    "rise fall|rose fell|risen fallen|increase decrease|increased decreased|grow shrink|grew shrank|gain lose|"
    "win lose|won lost|winning losing|victory defeat|more fewer|more less|higher lower|highest lowest|high low|"
    "best worst|better worse|largest smallest|bigger smaller|open close|opened closed|reopen close|start end|"
    "began ended|begin end|before after|early late|earlier later|guilty innocent|convicted acquitted|jailed freed|"
    "arrested released|approved rejected|approve reject|accept refuse|accepted refused|allow ban|allowed banned|"
    "support oppose|supported opposed|supports opposes|backed opposed|buy sell|bought sold|alive dead|survived died|"
    "hot cold|warm cold|north south|east west|northern southern|eastern western|left right|old young|older younger|"
    "oldest youngest|father mother|son daughter|brother sister|husband wife|man woman|men women|boy girl|male female|"
    "majority minority|success failure|succeeded failed|strong weak|stronger weaker|profit loss|cheaper dearer|"
    "expensive cheap|inside outside|above below|added removed|build demolish|built demolished|hired fired|hire fire|"
    "arrive leave|arrived left|enter leave|raise cut|raised cut|raise lower|expand reduce|expanded reduced|"
    "safe dangerous|safer riskier|love hate|praise criticise|praised criticised|praised criticized|true false|"
    "remember forget|day night|morning evening|summer winter|spring autumn|public private|rich poor|quick slow|"
    "faster slower|wet dry|full empty|keep remove|keep tear|keep demolish|kept removed|keep scrap|keep abolish|"
    "remain leave|stay leave|plaintiff defendant|attacker victim|doubled halved|double halve|postponed advanced|"
    "cancelled confirmed|legal illegal|permanent temporary|domestic foreign|import export|imports exports|"
    "monday tuesday|monday wednesday|monday thursday|monday friday|monday saturday|monday sunday|tuesday wednesday|"
    "tuesday thursday|tuesday friday|tuesday saturday|tuesday sunday|wednesday thursday|wednesday friday|"
    "wednesday saturday|wednesday sunday|thursday friday|thursday saturday|thursday sunday|friday saturday|"
    "friday sunday|saturday sunday|half twice|half double|twice thrice|triple double|keep forgo|receive forgo|"
    "keep forfeit|keep waive|keep lose|accept reject|accepted rejected|accept deny|accepted denied|guilty cleared|"
    "convicted cleared|hire dismiss|hired dismissed|possible impossible|likely unlikely|agree disagree|"
    "agreed disagreed|top bottom|maximum minimum|ally enemy|landlord tenant|buyer seller|teacher pupil|"
    "shorter longer|short long|lighter heavier|deeper shallower|wider narrower|lifted imposed|lift impose|"
    "defend attack|peace war|rescue die|rescue kill|save kill|hold break|hold collapse|hold fail|hold burst|"
    "intact destroyed|save destroy|bury burn|find lose|include exclude|include omit|encourage discourage|admit deny|"
    "confirm deny|expand shrink|improve worsen|improve deteriorate|strengthen weaken|combine separate|unite divide|"
    "create destroy|arrive depart|appear disappear|asleep awake|borrow lend|build destroy|clean dirty|deep shallow|"
    "easy difficult|easy hard|ahead behind|hero villain|honest dishonest|increase cut|inner outer|junior senior|"
    "maximum least|most least|mostly rarely|often rarely|always never|natural artificial|near far|optimist pessimist|"
    "optimistic pessimistic|calm worried|certain doubtful|certain doubt|confident doubtful|past future|rural urban|"
    "sink float|sunny rainy|temporary lasting|thick thin|tight loose|upper lower|vertical horizontal|victory loss|"
    "visible invisible|voluntary compulsory|voluntary forced|young elderly|national foreign|praise blame|"
    "promote demote|release detain|reward punish|respect violate|rise sink|send receive|solve cause|surplus deficit|"
    "trust distrust|useful useless|wealthy poor|widen narrow|worsen ease|enemy friend|extend shorten|tighten loosen|"
    "tighten relax|tighten ease|upgrade downgrade|overestimate underestimate|above under|over under|heavy light|"
    "tall short|large small|big small|huge tiny|major minor|hardware software|sweet bitter|dawn dusk|sunrise sunset|"
    "recover die|recovered died|treated killed|accept appeal|winner loser|winners losers|northward southward|"
    "north southward|north southwards|south northward|south northwards|northwards southwards|eastward westward|"
    "eastwards westwards|upwards downwards|forwards backwards|outnumber trail|agree decline|agreed declined|"
    "accept decline|accepted declined|retain lose|regain lose|speed slow|accelerate slow|admit reject|"
    "admitted rejected|confirm reject|preserve stop|preserve destroy|split unanimous|resign stay|win miss|won missed|"
    "pass fail|passed failed|recommend warn|blame clear|mandatory optional|mandatory voluntary|suspend reinstate|"
    "sack reinstate|thank blame|calm panic|amateur professional|save close|saved closed|save scrap|saved scrapped|"
    "allow stop|allowed stopped|allow block|allowed blocked|recover lose|recovered lost|promise refuse|"
    "promised refused|offer refuse|offered refused|donate keep|keep sell|free detain|healthy ill|certain unsure|"
    "noisy quiet|unanimous divided|keep rename|earn lose|earned lost|support challenge|supported challenged|"
    "keep renamed|keep dismiss|kept dismissed|peaceful violent|punctual late|crowded empty|praise complain"
)


_GOOD = (
    "cheer cheered welcome welcomed praise praised hail hailed applaud applauded endorse endorsed celebrate "
    "celebrated favor favour"
)
_BAD = (
    "boo booed jeer jeered criticize criticized criticise criticised condemn condemned denounce denounced slam "
    "slammed oppose opposed protest slap anger outrage against"
)
_HAPPY = "relieved pleased delighted satisfied happy glad proud thrilled optimistic"
_UNHAPPY = "shocked angry disappointed furious upset outraged ashamed saddened pessimistic"
"""Whoever does, or is, one of these is none of the others."""

_SAME = (
    "die died dead death killed kill deaths|jail jailed sentenced imprisoned prison|"
    "buy bought purchase purchased acquire acquired|begin began begun start started launch launched|"
    "child children kid kids|end ended finish finished|shut close closed closure|reopen reopened reopening|"
    "build built construct constructed construction rebuild rebuilding|demolish demolished|"
    "remove removed scrap scrapped abolish abolished|company firm business corporation lender|"
    "police investigator detective officer|town city|boat ship vessel|car vehicle|help aid assist|film movie|"
    "show display|big large huge|fast quick rapid|home house|hurt injured injury wounded|hit struck strike|"
    "find found discover discovered discovery|use using used|thief burglar robber raider|steal stole stolen|"
    "think thought believe believed expect expected|legal law lawful|pupil student schoolchildren|"
    "phone telephone smartphone cellphone|ban banned prohibit prohibited forbid forbidden outlaw|"
    "fall fell fallen drop dropped decline declined slump slumped plunge plunged slide slid sink sank decrease decreased|"
    "rise rose risen increase increased jump jumped grow grew grown soar soared gain gained|job post position|"
    "share stock|worth value valued|plan planned propose proposed intend|approve approved approval|"
    "reject rejected refuse refused|doctor physician|researcher scientist expert|study research survey analysis|"
    "car vehicle automobile|fire blaze|hurricane storm|quit resign resigned resignation|"
    "postpone postponed delay delayed|cancel canceled cancelled axed|rail railway railroad|country nation|"
    "money fund funding cash|chief boss head executive ceo|lead led leader|loan credit|free freed release released|"
    "arrest arrested detain detained|win won victory|lose lost|enter entered|leave left|hospital clinic|"
    "medicine drug medication|teacher teaching|lawyer attorney|rain rainfall|cost price|tell told say said|"
    "warn warned caution cautioned|own owner|mark grade|union labor|worker employee staff|resident inhabitant|"
    "visitor tourist|woman women|man men|repair mend mended fix fixed|ask request requested|agree agreed|"
    "reduce reduced cut lower lowered|raise raised|pay paid payment cover|"
    "dismiss dismissed sack sacked fired firing oust ousted|mainly mostly|sell sold sale|"
    "answer reply replied respond responded|choose chose chosen pick picked|attack attacked assault|weapon gun|"
    "murder murdered|flee fled escape escaped|collapse collapsed|damage damaged|discount rebate|profit earning|"
    "candidate nominee|vote voted ballot|urge urged appeal appealed plead pleaded|negotiate talk|resume return|"
    "volunteer helper rescuer|animal creature|strike walkout|side party|bathe swim|ill sick|orbit circle|"
    "zone area region|protect shield|flood flooding deluge|victim casualty|alter change|occur happen|"
    "require need demand|obtain get|buy purchase|finance pay|author writer|carcass body|allow permit let|"
    "prevent stop|halt stop|continue remain|show reveal|aim goal|danger risk threat|error mistake fault|rescue save|"
    "cancel revoke revoked rescind rescinded|suspect accused|gather collect|harm damage|assist support|"
    "emergency immediate|month monthly|annual yearly|store shop retailer|press media newspaper|"
    "notice noticed spot spotted spotting|scandal affair|detect detected detection|identify identified|larger bigger|"
    "slight slightly|freight shipping cargo|inquiry probe inquest|poll opinion|reform change changed|"
    "municipal communal|mild minor|wound wounds|match game fixture|coach manager trainer|mayor mayoress|"
    "judge magistrate court|bill legislation|minister secretary|premier chancellor|"
    "parliament lawmakers legislature deputies|councillor councilor|spokesman spokeswoman spokesperson|"
    "opponent critic|supporter backer|delay hold-up|rebel insurgent|refugee migrant asylum-seeker|flat apartment|"
    "rent rental|harvest crop|farm farmer farming|forest wood woodland|lake reservoir|stream river|storey floors|"
    "bridge crossing viaduct|lorry truck|tram streetcar|motorway highway freeway|traffic cars|cyclist bicycle bike|"
    "patient sufferer|nurse carer|surgery operation operated|vaccine jab inoculation|symptom complaint|cure remedy|"
    "infection infected|shareholder investor|revenue turnover sales|deal takeover merger acquisition|"
    "fine penalty fined|tariff duty|debt owes|wage pay salary|layoff redundancy|strike stoppage|tax levy|bank lender|"
    "grant subsidy|budget spending|deficit gap|telescope observatory|species kind|bone skeleton fossil|"
    "century hundred|temperature warmth heat|polluted pollution|carbon emissions|glacier ice|sea ocean|"
    "coast shore seaside|island isle|earthquake quake tremor|filmmaker director|song track|album record|"
    "concert gig performance|painting picture canvas|museum gallery|exhibition display|novel book|"
    "prize award honor honour|champion titleholder holder|tournament cup competition|penalty shootout|"
    "substitute bench|season campaign|final decider|medal podium|captain skipper|referee umpire|"
    "fan supporter spectator|dig excavate excavation|gather assemble|abandon abandoned dropped|"
    "vanish vanished disappear disappeared missing|inspect inspection inspected check checked examine examined|"
    "order ordered instruct instructed|oblige obliged force forced compel|complain complained complaint|"
    "criticize criticized criticise criticised criticism|promise promised pledge pledged vow vowed|"
    "refund reimburse repay|estimate estimated forecast predict predicted|doubt sceptical skeptical|broad wide|"
    "huge enormous vast|tiny minuscule|costly expensive pricey|cheap inexpensive|empty vacant|famous renowned|"
    "serious severe grave|quiet silent|weak sluggish feeble|angry furious outraged|pleased glad happy delighted|"
    "afraid fear fears worried worry concern concerned|sure certain confident|mysterious unexplained|"
    "austria austrian|belgium belgian|britain british briton|brazil brazilian|canada canadian|china chinese|"
    "croatia croatian|czechia czech|denmark danish dane|egypt egyptian|england english|estonia estonian|"
    "europe european|finland finnish finn|france french|germany german|greece greek|hungary hungarian|"
    "iceland icelandic|india indian|iran iranian|iraq iraqi|ireland irish|israel israeli|italy italian|"
    "japan japanese|kenya kenyan|korea korean|latvia latvian|lithuania lithuanian|mexico mexican|netherlands dutch|"
    "nigeria nigerian|norway norwegian|pakistan pakistani|poland polish|portugal portuguese|romania romanian|"
    "russia russian|scotland scottish scot|serbia serbian|slovakia slovak|slovenia slovenian|africa african|"
    "spain spanish spaniard|sweden swedish swede|switzerland swiss|syria syrian|turkey turkish|ukraine ukrainian|"
    "wales welsh|america american|australia australian|asia asian|argentina argentine argentinian|chile chilean|"
    "peru peruvian|illness disease|accident crash collision crashed|airplane aircraft|soldier troop|border frontier|"
    "storey floor|trial test"
)


_FORMS = (
    "cheap cheaper|cold colder|warm warmer|hot hotter|dry drier|wet wetter|clean cleaner|dirty dirtier|safe safer|"
    "rich richer|poor poorer|easy easier|hard harder|thick thicker|thin thinner|deep deeper|quiet quieter|"
    "happy happier|healthy healthier|beat beaten|overtake overtook overtaken|forget forgot forgotten|"
    "forgive forgave forgiven|keep kept|stand stood|fall fell fallen|rise rose risen|grow grew grown|take took taken|"
    "give gave given|go went gone|come came|see saw seen|know knew known|hold held|leave left|lose lost|win won|"
    "pay paid|sell sold|buy bought|bring brought|think thought|catch caught|teach taught|seek sought|fight fought|"
    "find found|build built|send sent|spend spent|lend lent|meet met|lead led|feed fed|flee fled|break broke broken|"
    "speak spoke spoken|steal stole stolen|choose chose chosen|freeze froze frozen|drive drove driven|"
    "write wrote written|ride rode ridden|begin began begun|sink sank sunk|swim swam swum|drink drank drunk|"
    "sing sang sung|run ran|shoot shot|sit sat|get got|tell told|say said|make made|become became|draw drew drawn|"
    "throw threw thrown|fly flew flown|show shown|wear wore worn|tear tore torn|swear swore sworn|eat ate eaten|"
    "hide hid hidden|bite bit bitten|shake shook shaken|wake woke|strike struck|stick stuck|dig dug|hang hung|"
    "swing swung|feel felt|deal dealt|mean meant|sleep slept|sweep swept|burn burnt|learn learnt|lie lay|"
    "mislead misled|withdraw withdrew withdrawn|overthrow overthrew overthrown|undergo underwent|forgo forwent|"
    "man men|woman women|child children|foot feet|tooth teeth|wife wives|thief thieves|knife knives|bury buried|"
    "carry carried|marry married|carry carries|employ employee|strong strength|long length|high height|wide width|"
    "deep depth|hot heat|die death|grow growth|fail failure|arrive arrival|refuse refusal|propose proposal|"
    "approve approval|survive survivor survival|decide decision|explode explosion|invade invasion|expand expansion|"
    "divide division|collide collision|elect election elected|act action|investigate investigation investigator|"
    "negotiate negotiation negotiator|educate education|celebrate celebration|demonstrate demonstration demonstrator|"
    "evacuate evacuation|inform information|produce production|reduce reduction|protect protection|protest protester|"
    "construct construction|destroy destruction|describe description|permit permission|agree agreement|pay payment|"
    "treat treatment|invest investment investor|announce announcement|improve improvement|govern government|"
    "punish punishment|replace replacement|settle settlement|measure measurement|retire retirement"
)
"""Forms of one word that the stemmer does not bring together."""


def _forms() -> dict[str, str]:
    groups = ([stem(word) for word in group.split()] for group in _FORMS.split("|"))
    return {other: first for first, *others in groups for other in others if other != first}


_BASE = _forms()
_STOPS = stop_stems("en")


def _same() -> dict[str, str]:
    table: dict[str, str] = {}
    for group in _SAME.split("|"):
        first, *others = (_BASE.get(it, it) for it in map(stem, group.split()))
        for other in others:
            if other != first:
                table.setdefault(other, first)
    return table


SAME = _same()
"""Stems with the one that stands for all that say the same."""


_Y = frozenset(
    "deny apply rely reply supply vary copy satisfy justify verify qualify clarify notify modify specify certify "
    "testify terrify horrify identify classify simplify marry carry worry hurry study bully accompany occupy pity "
    "envy empty defy imply ally comply magnify unify rectify".split()
)
"""Verbs that end in "-ied"."""


@lru_cache(maxsize=20_000)
def meaning(word: str) -> str:
    """The stem that stands for a stem and all that say the same."""
    known = word in _BASE or word in SAME
    if not known and len(word) == 4 and word[3] == "s" and word[2] not in "sui" and word not in _STOPS:
        word = word[:3]
    if not known and len(word) > 4 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]  # "planned", "admitted"
    if not known and len(word) > 3 and word[-1] == "i" and word[:-1] + "y" in _Y:
        word = word[:-1] + "y"  # "denied"
    word = _BASE.get(word, word)
    return SAME.get(word, word)


def _opposites() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for pair in _PAIRS.split("|"):
        one, other = (meaning(stem(word)) for word in pair.split())
        table.setdefault(one, set()).add(other)
        table.setdefault(other, set()).add(one)
    for some, others in ((_GOOD, _BAD), (_HAPPY, _UNHAPPY)):
        for good, bad in product(some.split(), others.split()):
            one, other = meaning(stem(good)), meaning(stem(bad))
            table.setdefault(one, set()).add(other)
            table.setdefault(other, set()).add(one)
    return {word: frozenset(others - {word}) for word, others in table.items()}


OPPOSITES = _opposites()
"""Stems with the stems that say the contrary."""
