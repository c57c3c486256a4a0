"""What tells an error in other languages than English: numbers as words, weekdays, negations, opposites. Data and its use.

Each list holds what newspapers use most, by hand; words are compared by their first six letters (`sentence.stem`). A language
without lists is not checked but for its figures.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.summaries.sentence import stem, stems_of, stop_stems

_NUMBERS = {
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn "
    "neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt "
    "trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix cent",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho "
    "diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette "
    "diciotto "
    "diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete dezoito "
    "dezanove vinte "
    "trinta quarenta cinquenta sessenta setenta oitenta noventa cem",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien "
    "negentien "
    "twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd",
}
"""From two to twenty, then the tens, and a hundred."""
_MORE = {
    "de": {"beide": "2", "beiden": "2", "dutzend": "12"},
    "fr": {"quatre-vingt": "80"},
    "es": {"doscientos": "200", "doscientas": "200", "trescientos": "300", "trescientas": "300", "cuatrocientas": "400",
           "cuatrocientos": "400", "quinientos": "500", "quinientas": "500", "seiscientas": "600", "seiscientos": "600"},
    "it": {"duecento": "200", "trecento": "300", "quattrocento": "400", "cinquecento": "500"},
    "pt": {"duas": "2", "duzentos": "200", "trezentos": "300", "quinhentos": "500", "dezesseis": "16", "dezessete": "17"},
    "nl": {"tweehonderd": "200", "driehonderd": "300"},
}  # fmt: skip
_DAYS = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
_MONTHS = {
    "de": "januar jänner februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_NEGATIONS = {
    "de": r"nicht(?! nur)|kein\w*|nie|niemals|niemand\w*|nichts|weder",
    "fr": r"pas|jamais|aucune?|rien|personne|ni",
    "es": r"no|nunca|jamás|ning[uú]n\w*|nadie|nada|tampoco",
    "it": r"non|mai|nessun\w*|nulla|niente|né",
    "pt": r"não|nunca|jamais|nenhum\w*|ninguém|nada|nem",
    "nl": r"niet(?! alleen)|geen|nooit|niemand|niets|noch",
}
_EXCUSES = {
    "de": r"ohne|frühestens|erst|weiger\w+|verbiet\w+|verbot\w*|fehl\w+|verhinder\w+|außer|statt|kaum|ab(?:ge)?lehn\w+",
    "fr": r"sans|au plus tôt|refus\w+|interdi\w+|manqu\w+|empêch\w+|sauf|peu|seul\w*|ne",
    "es": r"sin|como pronto|neg[aóo]\w*|prohib\w+|falta\w*|impid\w+|impedir|salvo|apenas|sólo|solo|rechaz\w+",
    "it": r"senza|al più presto|rifiut\w+|viet\w+|manc\w+|imped\w+|tranne|appena|solo|soltanto|smess\w+",
    "pt": r"sem|recus\w+|proíb\w+|proib\w+|falt\w+|imped\w+|salvo|apenas|só|deix\w+ de",
    "nl": r"zonder|vroegst|pas|weiger\w*|verbied\w*|verbod\w*|ontbre\w+|verhinder\w*|behalve|alleen|nauwelijks",
}
"""Denies without a "not", or denies part: where one side has it, nothing follows from a "not" of the other."""
_OPPOSITES = {
    "de": "steigt sinkt|stieg sank|stiegen sanken|gestiegen gesunken|steigen sinken|mehr weniger|höher niedriger|"
    "öffnet schließt|"
    "öffnen schließen|geöffnet geschlossen|gewinnt verliert|gewann verlor|gewonnen verloren|lehnte stimmte|"
    "abgelehnt angenommen|"
    "abgelehnt gebilligt|ablehnen billigen|erlaubt verboten|erlaubt verbietet|beginnt endet|begann endete|erste letzte|"
    "vor nach|"
    "groß klein|größte kleinste|jünger älter|jung alt|billiger teurer|kauft verkauft|kaufte verkaufte|lebt starb|"
    "überlebt gestorben|"
    "dafür dagegen|für gegen|norden süden|osten westen|mann frau|männer frauen|vater mutter|sohn tochter|bruder schwester|"
    "wärmer kälter|nass trocken|früher später|freigesprochen verurteilt|freigelassen festgenommen|lob kritik|lobt kritisiert|"
    "lobte kritisierte|unterstützt bekämpft|zugenommen abgenommen|erhöht gesenkt|erhöhen senken|bestätigt aufgehoben",
    "fr": "hausse baisse|augmente diminue|augmenté diminué|monté baissé|plus moins|ouvre ferme|ouvrir fermer|ouvert fermé|"
    "gagné perdu|"
    "gagne perd|accepté refusé|accepte refuse|approuvé rejeté|autorisé interdit|autorise interdit|commence termine|"
    "premier dernier|"
    "première dernière|avant après|grand petit|jeune vieux|acheté vendu|achète vend|pour contre|nord sud|est ouest|homme femme|"
    "hommes femmes|père mère|fils fille|frère soeur|frère sœur|confirmé annulé|confirme annule|acquitté condamné|libéré arrêté|"
    "favorable opposé|salué critiqué|soutient rejette|soutiennent rejettent|victoire défaite|survécu mort|meilleur pire|"
    "plus moins",
    "es": "sube baja|subió bajó|subieron bajaron|aumenta disminuye|aumentó disminuyó|más menos|mayor menor|abre cierra|"
    "abrió cerró|"
    "abrir cerrar|gana pierde|ganó perdió|acepta rechaza|aceptó rechazó|apoyan rechazan|apoya rechaza|apoyó rechazó|"
    "aprobó rechazó|"
    "permite prohíbe|permitió prohibió|empieza termina|empezó terminó|primero último|primera última|antes después|"
    "grande pequeño|"
    "joven viejo|compró vendió|norte sur|este oeste|hombre mujer|hombres mujeres|padre madre|hijo hija|hermano hermana|"
    "confirmó anuló|"
    "absuelto condenado|liberado detenido|favor contra|victoria derrota|mejor peor|elogió criticó|caro barato|temprana tardía",
    "it": "sale scende|salito sceso|saliti scesi|aumenta diminuisce|aumentato diminuito|più meno|maggiore minore|"
    "apre chiude|aperto chiuso|"
    "aprire chiudere|vince perde|vinto perso|accetta rifiuta|accettato rifiutato|approvato respinto|approva respinge|"
    "permesso vietato|"
    "comincia finisce|cominciato finito|primo ultimo|prima dopo|grande piccolo|giovane vecchio|comprato venduto|nord sud|"
    "est ovest|"
    "uomo donna|uomini donne|padre madre|figlio figlia|fratello sorella|confermato annullato|assolto condannato|"
    "liberato arrestato|"
    "favore contro|vittoria sconfitta|migliore peggiore|lodato criticato|sostiene respinge|sostengono respingono",
    "pt": "sobe desce|subiu desceu|subiram desceram|aumenta diminui|aumentou diminuiu|mais menos|maior menor|abre fecha|"
    "abriu fechou|"
    "abrir fechar|ganha perde|ganhou perdeu|aceita recusa|aceitou recusou|aprovou rejeitou|aprovada rejeitada|"
    "aprovado rejeitado|"
    "permite proíbe|permitiu proibiu|começa acaba|começou acabou|primeiro último|primeira última|antes depois|grande pequeno|"
    "jovem velho|comprou vendeu|norte sul|leste oeste|homem mulher|homens mulheres|pai mãe|filho filha|irmão irmã|"
    "confirmou anulou|"
    "absolvido condenado|libertado detido|favor contra|vitória derrota|melhor pior|elogiou criticou|apoia rejeita|"
    "apoiam rejeitam",
    "nl": "stijgt daalt|steeg daalde|stegen daalden|gestegen gedaald|meer minder|hoger lager|opent sluit|opende sloot|"
    "openen sluiten|"
    "open dicht|geopend gesloten|wint verliest|won verloor|gewonnen verloren|aanvaard verworpen|goedgekeurd afgewezen|"
    "toegestaan verboten|begint eindigt|begon eindigde|eerste laatste|voor na|groot klein|jong oud|koopt verkoopt|"
    "kocht verkocht|"
    "noord zuid|noorden zuiden|oost west|man vrouw|mannen vrouwen|vader moeder|zoon dochter|broer zus|bevestigd vernietigd|"
    "vrijgesproken veroordeeld|vrijgelaten aangehouden|voor tegen|winst verlies|beter slechter|prijst bekritiseert|"
    "steunt verwerpt|"
    "duurder goedkoper|warmer kouder|eerder later",
}
KNOWN = frozenset(("en", "", *_NUMBERS))
"""Languages in which what contradicts a sentence is known."""
_VALUES = [*map(str, range(2, 21)), *map(str, range(30, 101, 10))]
_UNMAKING = ("in", "im", "un", "des", "dés", "dis", "on", "des")
_HALF = 0.5
"""Share of a sentence's words that another has to hold for its "not" to be about the same."""
_NEAR = 3


@lru_cache(maxsize=16)
def number_words(language: str) -> dict[str, str]:
    """Numbers as words of a language other than English, with their values."""
    if language not in _NUMBERS:
        return {}
    return dict(zip(_NUMBERS[language].split(), _VALUES, strict=True)) | _MORE[language]


@lru_cache(maxsize=16)
def calendar(language: str) -> re.Pattern[str] | None:
    """Months and weekdays of a language other than English, which are as easily wrong as numbers."""
    if language not in _MONTHS:
        return None
    names = f"{_MONTHS[language]} {_DAYS[language]}".split()
    return re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE)


@lru_cache(maxsize=16)
def _opposites(language: str) -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for pair in _OPPOSITES[language].split("|"):
        one, other = (stem(it, language) for it in pair.split())
        if one != other:
            table.setdefault(one, set()).add(other)
            table.setdefault(other, set()).add(one)
    return table


@lru_cache(maxsize=16)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def contrary_in(language: str, said: str, held: str) -> bool:
    """Whether of two sentences of about the same one denies the other or says the opposite."""
    if language not in _OPPOSITES:
        return False
    stops = stop_stems(language)
    mine, its = stems_of(said, language), stems_of(held, language)
    told, known = frozenset(mine), frozenset(its)
    table = _opposites(language)
    for word in told - known:
        for other in table.get(word, set()) & (known - told):
            if _near(mine, word, stops) & _near(its, other, stops):
                return True
    content = told - stops
    if len(content & known) < _HALF * len(content):
        return False
    negation = _pattern(_NEGATIONS[language])
    if bool(negation.search(said)) == bool(negation.search(held)):
        return False
    excuse = _pattern(_EXCUSES[language])
    excused, excusing = ({it.lower() for it in excuse.findall(negation.sub("", text))} for text in (said, held))
    return excused == excusing and not _unmade(told, known)


def _unmade(told: frozenset[str], known: frozenset[str]) -> bool:
    """Whether a word of one is one of the other with a prefix that turns it around."""
    return any(
        word.startswith(prefix)
        and len(word) > len(prefix) + 3
        and any(it.startswith(word[len(prefix) :]) for it in others)
        for words, others in ((told, known), (known, told))
        for word in words
        for prefix in _UNMAKING
    )


def _near(order: list[str], word: str, stops: frozenset[str]) -> set[str]:
    kept = [it for it in order if it not in stops or it == word]
    places = [at for at, it in enumerate(kept) if it == word]
    return {it for at in places for it in kept[max(0, at - _NEAR) : at + _NEAR + 1] if it != word}
