"""Words that tell whether a sentence can stand alone, by language. Data, and the patterns made of it.

The English opening list contains the one that the benchmark's `dangling` counts; the wider ones come from reading
what the first version chose (a hundred sentences of news) and from grammars' tables of pronouns and connectives.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.text.abbreviations import OPENERS

_HANGING = {
    "en": "he she it they him her hers his its their theirs them this that these those but and so also however then meanwhile "
    "still yet such",
    "de": "er sie es ihm ihr ihn ihnen sein seine seinem seinen seiner ihre ihrem ihren ihrer dieser diese dieses diesem "
    "diesen das aber doch und auch allerdings jedoch dann dabei dazu damit dadurch dagegen darauf daran darin darum davon "
    "deshalb deswegen daher trotzdem zudem außerdem inzwischen so solche dennoch danach dort",
    "fr": "il elle ils elles lui leur leurs son sa ses ce cet cette ces c cela ça celui celle ceux mais et donc or aussi "
    "cependant pourtant puis ensuite alors ainsi enfin toutefois néanmoins y en là",
    "es": "él ella ellos ellas ello su sus este esta esto estos estas ese esa eso esos esas aquel aquella pero y e así también "
    "además entonces sin luego mientras tampoco allí ahí",
    "it": "lui lei loro esso essa egli ella suo sua suoi sue questo questa questi queste quello quella quelli quelle ciò ma e "
    "però quindi così anche inoltre poi intanto tuttavia infatti dunque lì là",
    "pt": "ele ela eles elas dele dela seu sua seus suas este esta isto esse essa isso aquele aquela mas e porém então também "
    "assim além ainda entretanto contudo todavia ali lá",
    "nl": "hij zij ze het hem haar hun zijn dit dat deze die maar en dus ook toch echter daarna dan daarom daardoor daarmee "
    "bovendien toen zo zulke er daar",
    "sv": "han hon den det de honom henne hans hennes dess deras denna detta dessa men och så också dock sedan då därför där",
    "da": "han hun den det de ham hende hans hendes dens deres denne dette disse men og så også dog siden da derfor der",
    "no": "han hun den det de ham henne hans hennes dens deres denne dette disse men og så også dog siden da derfor der",
    "pl": "on ona ono oni one jego jej ich im mu ten ta to te ci ale i a więc też także jednak potem wtedy dlatego tam tak",
    "cs": "on ona ono oni jeho její jejich jim mu ten ta to ti ty ale a i tak také však potom pak proto tam",
    "ru": "он она оно они его её их ему ей им этот эта это эти тот та те но и а так также однако затем тогда поэтому там",
    "tr": "o bu şu onlar bunlar onun bunun ama ancak ve de da böyle böylece sonra fakat ayrıca",
}
_WIDE = {
    "en": r"both|another|others?|the (?:pair|couple|duo|trio|former|latter|two|three|incident|move|comments?|remarks?|"
    r"same|other|"
    r"rest)|here|there|among (?:them|those)|speaking|instead|in (?:addition|fact|response|contrast|return|turn|other words)|"
    r"as a result|after (?:that|this|his|her|their)|since then|nor|for (?:example|instance|one|his|her|their|this|that)|"
    r"at (?:the same time|that|this)|asked|similarly|likewise|moreover|furthermore|nevertheless|nonetheless|indeed|"
    r"rather|otherwise|"
    r"thus|hence|therefore|meantime|plus|none|neither|either|"
    r"(?:all|some|most|many|much|several|one|two|three|each) of (?:them|these|those|the|us|his|her|its)|"
    r"as (?:he|she|they|it|such)|"
    r"(?:when|while|although|if|because|before|until|once) (?:he|she|they|it)|when asked|"
    r"(?:in|on|by|with|from|of|to|under) (?:his|her|their|its|this|that|these|those)|elsewhere|"
    r"if (?:not|so)|even (?:so|then)|on the other hand|on top of that|by contrast|conversely|there(?:fore|after|by)|"
    r"besides|additionally|consequently|a (?:further|second|third)|like (?:him|her|them)",
    "de": r"beide|ein(?:e|er)? (?:weitere|andere)|der andere|die beiden|hier|nun|jetzt|denn|oder|weil|wir|ich|uns|sie|ja|nein|"
    r"zum beispiel|später|schließlich|hinzu|gleichzeitig|stattdessen|ebenso|nach (?:seinen|ihren|eigenen)|was|wie|warum|wer",
    "fr": r"tous deux|un autre|une autre|les deux|ici|maintenant|ou|car|parce|nous|je|on|vous|oui|non|par exemple|plus tard|"
    r"en (?:outre|effet|revanche)|d'ailleurs|qui|que|quoi|pourquoi|comment|selon (?:lui|elle)|pour (?:lui|elle)|j|s",
    "es": r"ambos|otro|otra|los dos|aquí|ahora|o|porque|nosotros|yo|sí|no|por (?:ejemplo|eso|ello)|más tarde|finalmente|"
    r"qué|por qué|cómo|quién|según (?:él|ella)|para (?:él|ella)|en (?:cambio|efecto)|asimismo|de hecho",
    "it": r"entrambi|un altro|un'altra|i due|qui|ora|o|perché|noi|io|sì|no|per (?:esempio|questo)|infine|che|chi|come|"
    r"secondo (?:lui|lei)|per (?:lui|lei)|invece|del resto",
    "pt": r"ambos|outro|outra|os dois|aqui|agora|ou|porque|nós|eu|sim|não|por (?:exemplo|isso)|mais tarde|finalmente|quem|"
    r"como|para (?:ele|ela)|segundo (?:ele|ela)|no entanto|de fato|aliás",
    "nl": r"beide|een ander|de twee|hier|nu|of|want|omdat|wij|we|ik|ja|nee|bijvoorbeeld|later|tenslotte|uiteindelijk|wat|hoe|"
    r"waarom|wie|volgens (?:hem|haar)|voor (?:hem|haar)|daarentegen|intussen|ondertussen",
}
_LEAD_IN = r"[\s\"'“‘„‚«»‹›(\[–—-]*"

_SAYS = {
    "en": "said told says add adds added according claims claimed insists insisted wrote writes tweeted explains "
    "explained admits admitted posted reveals revealed warns warned continued argues argued tells recalls recalled "
    "replied asked",
    "de": "sagt sagte sagten erklärte erklärt teilte betonte betont schrieb laut meint meinte zufolge",
    "fr": "dit déclaré affirmé expliqué selon ajouté assure affirme explique raconte",
    "es": "dijo dice afirmó aseguró según explicó señaló cuenta",
    "it": "detto dice secondo spiegato spiega afferma racconta",
    "pt": "disse diz afirmou segundo explicou conta",
    "nl": "zei zegt volgens aldus meldt vertelt vertelde",
}
_FIRST_PERSON = {
    "en": "i we my our i'm i’m we're we’re i've i’ve we've we’ve i'd i’d i'll i’ll we'll we’ll",
    "de": "ich wir unser unsere mein meine",
    "fr": "je nous notre mon j'ai",
    "es": "yo nosotros nuestro nuestra",
    "it": "noi io nostro nostra",
    "pt": "eu nós nosso nossa",
    "nl": "ik wij we onze mijn",
}
_INVITES = {
    "en": "click scroll watch video photo photos gallery e-mail email subscribe copyright newsletter podcast",
    "de": "abonnieren newsletter podcast fotostrecke",
    "fr": "abonnez newsletter podcast",
    "es": "suscríbete newsletter podcast galería",
    "it": "newsletter podcast abbonati",
    "pt": "newsletter podcast assine",
    "nl": "nieuwsbrief podcast abonneer",
}
INVITATION = re.compile(
    r"\b(?:read more|follow us|contributed to this|sign up|lesen sie|mehr dazu|lire aussi|leia (?:também|mais)|"
    r"leggi anche|lea también|"
    r"lees ook)\b",
    re.IGNORECASE,
)
"""Says something about the page and not about the world; with the single words of `invites`."""

INVITATION_WORDS = frozenset("read follow contributed sign lesen mehr lire leia leggi lea lees".split())
"""One of these stands in every such phrase."""

_STOP = (
    "a about above after again against all also am an and any are as at be because been before being below between "
    "both but by can cannot could did do does doing don down during each even few for from further get got had has "
    "have having he her here hers herself him himself his how i if in into is it its itself just like made make many "
    "may me might more most much must my myself new no nor not now of off on once one only or other our ours "
    "ourselves out over own said same say says she should since so some such than that the their theirs them "
    "themselves then there these they this those through to told too two under until up us very was way we were what "
    "when where which while who whom who why will with won would year years yes yet you your yours yourself mr mrs ms"
)


VERBS_OF_SPEECH = (
    "said|says|told|tells|added|adds|explained|explains|claimed|claims|insisted|insists|wrote|writes|tweeted|"
    "admitted|posted|revealed|"
    "warned|warns|continued|argued|argues|recalled|recalls|joked|replied|asked|shouted|stated|states|commented|"
    "concluded|announced|"
    "declared|noted|notes|responded|began|remarked|suggested|agreed|confirmed|acknowledged|quipped|testified|observed|pleaded|"
    "predicted|promised|complained|confessed|cried|yelled|whispered|urged|vowed|lamented|reported|stressed|boasted|"
    "went on|pointed out|alleged|answered|blogged|emailed|exclaimed|gushed|laughed|mused|reflected|reiterated|"
    "repeated|screamed|"
    "described|describes|called|branded|dubbed|denied|denounced|condemned|praised|slammed|maintained|conceded|cautioned|"
    "tweets|quoted as saying|captioned|reads?|weighed in|chimed in|put it|puts it"
)
"""English verbs that a quotation hangs on; an alternative of a pattern."""

VERBS_BEHIND_QUOTES = (
    "admits|advised|advises|agrees|announces|asks|believes|boasts|cautions|chuckled|commanded|comments|complains|"
    "concedes|concludes|"
    "confesses|confides|confirms|counsels|counters|cries|declares|emphasi[sz]e[sd]|enthused|enthuses|estimates|"
    "explained|exclaims|"
    "grumbled|hinted|implored|insists|interjected|intoned|jokes|laughs|laments|murmured|muses|muttered|offered|offers|opined|"
    "pleads|points out|pronounced|proclaimed|proposed|proposes|questioned|quips|reasoned|reasons|recommended|"
    "recommends|reflects|"
    "rejoined|remembered|remembers|remarks|replies|responds|retorted|reveals|shared|shares|sighed|sighs|smiled|smiles|snapped|"
    "speculated|speculates|stresses|suggests|summarized|summarizes|testifies|theorized|thinks|thought|urges|"
    "volunteered|wondered|wonders"
)
"""Verbs that tell who speaks only directly behind a quotation: elsewhere most are as often something else ("shares fell")."""

NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december english french german american british european spanish italian russian "
    "chinese indian dutch irish scottish australian japanese christmas easter god internet i i'm i've i'll i’m i’ve "
    "i’ll mr mrs ms miss dr yes no ok okay tv uk us eu speaking asked meanwhile however today yesterday tomorrow "
    "earlier later despite because although while updated published photo image video read watch click related story "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember "
    "ende anfang mitte uhr euro millionen milliarden prozent lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo following among around instead perhaps maybe next last "
    "wife husband mother father son daughter dad mum mom brother sister friend friends two three four five six seven "
    "eight nine ten hundreds thousands millions dozens".split()
)
"""Capitalized words that are nobody's name."""


MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    "Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|"
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|"
    "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|"
    "januari|februari|maart|mei|augustus"
)
"""Names of months in the languages with word lists; an alternative of a pattern."""

SCALES = (
    "thousand|million|billion|trillion|bn|mn|m|k|tn|Tausend|Millionen|Million|Milliarden|Milliarde|Mio\\.?|Mrd\\.?|"
    "mille|millions?|milliards?|mil|millones|millón|milhões|milhão|bilhões|mila|milioni|milione|miliardi|miliardo|"
    "miljoen|miljard|duizend"
)
"""Words that multiply a number; an alternative of a pattern."""

CURRENCIES = (
    "euros?|dollars?|pounds?(?: sterling)?|pence|cents?|yen|yuan|rupees?|rubles?|roubles?|francs?|kronor|kroner|zloty|"
    "pesos?|reais|real|Franken|Dollar|Pfund|dólares|libras|livres|dollari|sterline|dollaro|USD|EUR|GBP|CHF"
)
"""Names of money; an alternative of a pattern."""

PERCENT = "per ?cent|pct|percentage points?|Prozentpunkte|Prozent|pour cent|por ciento|por cento|per cento|procent"
"""Words for a hundredth; an alternative of a pattern."""


@lru_cache(maxsize=32)
def hanging(language: str) -> frozenset[str]:
    """First words, in lower case, whose meaning lies in a sentence before; English where a language has no list."""
    return frozenset(_HANGING.get(language, _HANGING["en"]).split())


@lru_cache(maxsize=32)
def leaning(language: str) -> re.Pattern[str]:
    """Openings that often lean on a sentence before, though not always."""
    return re.compile(rf"{_LEAD_IN}(?:{_WIDE.get(language, _WIDE['en'])})\b", re.IGNORECASE)


@lru_cache(maxsize=32)
def stop_words(language: str) -> frozenset[str]:
    """Words that say nothing about what a text is about."""
    if language in {"", "en"} or language not in OPENERS:
        return frozenset(_STOP.split())
    return OPENERS[language] | frozenset(_HANGING.get(language, "").split())


@lru_cache(maxsize=32)
def says(language: str) -> frozenset[str]:
    """Words, in lower case, that name a speaker within a sentence."""
    return frozenset(_SAYS.get(language, _SAYS["en"]).split())


@lru_cache(maxsize=32)
def first_person(language: str) -> frozenset[str]:
    """Words in which somebody speaks: outside of quotation marks the sentence is part of a quotation."""
    return frozenset(_FIRST_PERSON.get(language, _FIRST_PERSON["en"]).split())


@lru_cache(maxsize=32)
def invites(language: str) -> frozenset[str]:
    """Words, in lower case, that say something about the page."""
    return frozenset(_INVITES.get(language, _INVITES["en"]).split())
