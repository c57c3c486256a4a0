"""Words of the calendar: months in twenty-five languages, days of the week, and what abbreviations of time zones mean in news.

Month names after Unicode CLDR (gregorian, wide and abbreviated, with the genitive that dates take).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_ROWS = (
    "january jan januar jänner janvier enero ene janeiro gennaio gen januari styczeń stycznia sty январь января янв "
    "januar' leden ledna tammikuu tammikuuta ocak oca ιανουάριος ιανουαρίου janv yanvar january січня يناير जनवरी "
    "januára ianuarie január "
    "জানুয়ারি มกราคม ม.ค. gener януари جانفي جنوری",
    "february feb februar février févr fév febrero fevereiro fev febbraio februari luty lutego lut февраль февраля фев февр "
    "únor února helmikuu helmikuuta şubat şub φεβρουάριος φεβρουαρίου febr лютого فبراير फ़रवरी februarie február feber "
    "februari pebruari ফেব্রুয়ারি กุมภาพันธ์ ก.พ. febrer февруари فيفري شباط فروری",
    "march mar märz mrz maerz mars marzo março maart mrt marzec marca март марта мар březen března maaliskuu maaliskuuta "
    "mart μάρτιος μαρτίου marts березня مارس मार्च martie március "
    "maret মার্চ มีนาคม มี.ค. març آذار مارچ marts",
    "april apr avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр duben dubna huhtikuu huhtikuuta nisan nis "
    "απρίλιος απριλίου квітня أبريل अप्रैल aprilie április "
    "এপ্রিল เมษายน เม.ย. نيسان أفريل اپریل април",
    "may mai mayo maio maggio mag mei maj maja май мая květen května toukokuu toukokuuta mayıs μάιος μαΐου травня "
    "مايو मई május "
    "মে พฤษภาคม พ.ค. maig أيار ماي",
    "june jun juni juin junio junho jun giugno giu czerwiec czerwca cze июнь июня июн červen června kesäkuu kesäkuuta "
    "haziran haz ιούνιος ιουνίου червня يونيو जून iunie június "
    "জুন มิถุนายน มิ.ย. juny حزيران جوان юни جون",
    "july jul juli juillet juil julio julho luglio lug lipiec lipca lip июль июля июл červenec července heinäkuu heinäkuuta "
    "temmuz tem ιούλιος ιουλίου липня يوليو जुलाई iulie július "
    "জুলাই กรกฎาคม ก.ค. juliol تموز جويلية юли جولائی",
    "august aug août aout agosto ago augustus sierpień sierpnia sie август августа авг srpen srpna elokuu elokuuta "
    "ağustos ağu αύγουστος αυγούστου augusti серпня أغسطس अगस्त augusztus "
    "agustus আগস্ট สิงหาคม ส.ค. agost آب أوت август اگست",
    "september sep sept septembre septiembre setiembre setembro set settembre wrzesień września wrz сентябрь сентября сен сент "
    "září syyskuu syyskuuta eylül eyl σεπτέμβριος σεπτεμβρίου вересня سبتمبر सितंबर septembrie szeptember "
    "সেপ্টেম্বর กันยายน ก.ย. setembre أيلول سبتمبر септември ستمبر",
    "october oct oktober okt octobre octubre outubro out ottobre ott październik października paź октябрь октября окт "
    "říjen října lokakuu lokakuuta ekim eki οκτώβριος οκτωβρίου жовтня أكتوبر अक्टूबर octombrie október "
    "অক্টোবর ตุลาคม ต.ค. octubre октомври اکتوبر",
    "november nov novembre noviembre novembro listopad listopada lis ноябрь ноября ноя нояб marraskuu marraskuuta kasım kas "
    "νοέμβριος νοεμβρίου листопада نوفمبر नवंबर noiembrie "
    "nopember নভেম্বর พฤศจิกายน พ.ย. novembre ноември نومبر",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre grudzień grudnia gru декабрь декабря дек prosinec "
    "prosince joulukuu joulukuuta aralık ara δεκέμβριος δεκεμβρίου грудня ديسمبر दिसंबर decembrie "
    "desember ডিসেম্বর ธันวาคม ธ.ค. desembre декември دسمبر",
)


def fold_word(word: str) -> str:
    """A month's name without case and accents, as the table has it."""
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in plain if not "\u0300" <= sign <= "\u036f").replace("ı", "i")


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first, that parts only where they do: tried one by one, 404 names of months
    take 100 microseconds at a word of another meaning, so 4."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    ended = rests.pop("", None) is not None
    branches = [re.escape(first) + any_of(rest) for first, rest in rests.items()]
    if len(branches) == 1 and not ended:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' * ended}" if branches else ""


MONTHS: dict[str, int] = {}
"""Month numbers by name; every name also as `fold_word` spells it."""
for _number, _row in enumerate(_ROWS, 1):
    for _word in _row.split():
        MONTHS.setdefault(_word, _number)
        MONTHS.setdefault(fold_word(_word), _number)
    MONTHS.setdefault(f"tháng {_number}", _number)
    MONTHS.setdefault(fold_word(f"tháng {_number}"), _number)
for _name, _number in (("كانون الأول", 12), ("كانون الثاني", 1), ("تشرين الأول", 10), ("تشرين الثاني", 11)):
    MONTHS.setdefault(_name, _number)
    MONTHS.setdefault(fold_word(_name), _number)

_DAYS = (
    "monday mon montag lundi lunes segunda-feira lunedì maandag poniedziałek понедельник",
    "tuesday tue tues dienstag mardi martes terça-feira martedì dinsdag wtorek вторник",
    "wednesday wed mittwoch mercredi miércoles quarta-feira mercoledì woensdag środa среда",
    "thursday thu thur thurs donnerstag jeudi jueves quinta-feira giovedì donderdag czwartek четверг",
    "friday fri freitag vendredi viernes sexta-feira venerdì vrijdag piątek пятница",
    "saturday sat samstag sonnabend samedi sábado sabato zaterdag sobota суббота",
    "sunday sun sonntag dimanche domingo domenica zondag niedziela воскресенье",
)
WEEKDAYS = {
    name: number for number, row in enumerate(_DAYS) for word in row.split() for name in (word, fold_word(word))
}
"""Days of the week by name, Monday 0, in nine languages (Unicode CLDR); every name also as `fold_word` spells it. Short names are
English only: others are words ("so", "di", "mar")."""

ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "мск": 180, "trt": 180, "gst": 240, "pkt": 300, "ist": 330, "npt": 345, "wib": 420,
    "ict": 420, "sgt": 480, "hkt": 480, "myt": 480, "pht": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570,
    "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "sast": 120, "cat": 120, "eat": 180, "wat": 60, "art": -180,
    "brt": -180, "ndt": -150, "nst": -210, "adt": -180, "ast": -240, "edt": -240, "est": -300, "et": -300,
    "cdt": -300, "cst": -360, "ct": -360, "mdt": -360, "mst": -420, "mt": -420, "pdt": -420, "pst": -480, "pt": -480,
    "akdt": -480, "akst": -540, "hst": -600,
}  # fmt: skip
"""Minutes east of Greenwich. Where one abbreviation names several zones, the one that news sites sign with most:
IST is India's, CST America's, BST Britain's. The two-letter American ones are winter time here."""
