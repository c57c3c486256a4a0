"""What a full stop may belong to other than a sentence's end, and the words that sentences open with, by language.

Data only. The lists hold what newspapers print; they were written for this program from style guides and
dictionaries' tables of abbreviations. Entries are lower case and without their last stop.
"""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES: dict[str, frozenset[str]] = {
    "en": _set(
        "mr mrs ms mx dr drs prof profs gen col lt lieut sgt capt cpt maj cpl pte pvt sen sens rep reps gov govs rev "
        "hon pres supt insp det cmdr cdr adm brig messrs fr vs mt ft st ste msgr bros-in amb atty sec-gen asst dep "
        "supts cllr"
    ),
    "de": _set(
        "dr prof hr fr frl st dipl ing mag bzw vgl sog ca bspw inkl exkl evtl ggf max min geb gest ehem z h.c ."
    ),
    "fr": _set("m mm mme mlle mgr me dr pr st ste cf env vs p.ex"),
    "es": _set(
        "sr sra srta sres sras dr dra d dª dña prof profa lic ing gral cap cnel tte sto sta mons vs aprox p.ej av"
    ),
    "it": _set(
        "sig sigg sig.ra sig.na dr dott dott.ssa prof prof.ssa ing avv on sen gen col cap mons geom arch s st cfr"
    ),
    "pt": _set("sr sra srs sras srta dr dra drs prof profa profª eng engª gen cel cap d exmo exma st sto sta av cf"),
    "nl": _set("dr drs ir mr ing prof dhr mevr mw gen kol ds bijv o.a nl t.a.v m.b.t i.v.m m.a.w d.w.z ca max min"),
    "sv": _set("dr prof t.ex bl.a dvs s.k d.v.s kl ca f.d resp"),
    "da": _set("dr prof hr fr f.eks bl.a dvs s.k kl ca f.v.t"),
    "no": _set("dr prof hr fr f.eks bl.a dvs s.k kl ca"),
    "pl": _set("dr prof mgr inż ks gen płk mjr kpt św np tzw ul al ok im m.in por red tj zob d"),
    "cs": _set("dr prof ing mgr bc mudr judr phdr doc gen plk kpt sv např tzv ul č cca"),
    "ru": _set("г гг ул им т.е т.к т.н проф акад ген см ср др-р"),
    "tr": _set("dr prof doç av sn org gen alb yrd vb bkz"),
}
"""Followed by a name or a word: a stop after these never ends a sentence."""

NUMBERED: dict[str, frozenset[str]] = {
    "en": _set(
        "no nos vol vols pp p fig figs ch sec art arts ed eds nr para op jan feb mar apr jun jul aug sep sept oct nov dec"
    ),
    "de": _set("nr nrn bd abs art abb kap s ziff tel jan feb apr jun jul aug sep sept okt nov dez lit"),
    "fr": _set("n no nº art p pp vol chap fig al tél"),
    "es": _set("n núm nº art pág págs p pp vol cap fig tel"),
    "it": _set("n nr art pag pagg p pp vol cap fig tel"),
    "pt": _set("n nº núm art pág págs p pp vol cap fig tel"),
    "nl": _set("nr nrs art blz p pp afb tel"),
    "sv": _set("nr s kap"),
    "da": _set("nr s kap"),
    "no": _set("nr s kap"),
    "pl": _set("nr poz art ust s str tel godz"),
    "cs": _set("čl odst str tel"),
    "ru": _set("ст п стр рис гл тел"),
    "tr": _set("no md sf tel"),
}
"""Followed by a number: a stop after these does not end a sentence when a digit comes next."""

EITHER: dict[str, frozenset[str]] = {
    "en": _set(
        "inc ltd co corp plc llc bros jr sr esq etc al approx est dept assn univ natl intl ave blvd rd hwy jan feb mar apr jun "
        "jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun a.m p.m am pm e.g i.e u.s u.k u.n e.u u.s.a "
        "u.s.s.r d.c l.a n.y n.j b.c a.d ph.d m.d b.a m.a r.i n.c s.c n.h n.m w.va calif mass conn fla ill mich minn miss "
        "mo pa penn tenn tex va vt wash wis ariz ark colo del ga ind kan ky la md mont neb nev okla ore ala cal ont que "
        "in lb lbs oz ft sq cf ibid v n.b"
    ),
    "de": _set(
        "usw etc u.a z.b d.h i.d.r o.ä u.u s.o s.u str mio mrd mill tsd jh jhd jan feb mär apr jun jul aug sept okt nov dez "
        "mo di mi do fr sa so uhr e.v a.d a.m i.v u.v.m n.chr v.chr chr co d.j d.m"
    ),
    "fr": _set("etc av apr j.-c janv févr avr juil sept oct nov déc bd tél ed éd s.a"),
    "es": _set(
        "etc ee.uu ee uu s.a s.l cía ltda ud uds vd vds a.m p.m a.c d.c ene feb abr jun jul ago sept oct nov dic"
    ),
    "it": _set("ecc s.p.a s.r.l spa a.c d.c gen febb apr giu lug ago sett ott nov dic"),
    "pt": _set("etc ltda s.a cia a.c d.c jan fev abr jun jul ago set out nov dez e.u.a eua"),
    "nl": _set("enz etc e.d b.v n.v a.u.b jl mln mld jan feb apr jun jul aug sept okt nov dec st e.a"),
    "sv": _set("etc m.m o.s.v osv m.fl milj mkr"),
    "da": _set("etc m.m osv m.fl mio mia"),
    "no": _set("etc m.m osv m.fl mill mrd"),
    "pl": _set("itd itp etc tys mln mld zł wyd r w"),
    "cs": _set("atd apod tj tis mil mld kč r př n.l"),
    "ru": _set("тыс млн млрд руб долл т.д т.п др коп кв"),
    "tr": _set("vs vb a.ş ltd şti"),
}
"""A stop after these ends a sentence only when a word follows that sentences open with."""

OPENERS: dict[str, frozenset[str]] = {
    "en": _set(
        "the a an he she it they we i you in on at but and this that these those his her their its our my your for after "
        "before when while as if there what who how why where with from one some many most all no not so also since both by "
        "to of under during despite although however then now only even still yet meanwhile according another more here "
        "such just last about once until each every among because officials police"
    ),
    "de": _set(
        "der die das den dem des ein eine einer einem er sie es wir ich ihr und aber doch auch im in am an auf bei mit "
        "nach von vor zu zum zur für über unter seit wenn als dass denn da so wie was wer wo warum nun jetzt hier dort diese "
        "dieser dieses damit dabei dazu daher deshalb trotzdem allerdings zudem außerdem inzwischen noch nur schon sein seine "
        "ihre nicht kein keine man mehr viele alle durch gegen um ob weil während bis laut jedoch dann"
    ),
    "fr": _set(
        "le la les l un une des du de il elle ils elles on nous vous je ce cette ces cet c et mais ou où donc or ni car à "
        "au aux en dans par pour sur avec sans selon après avant depuis pendant lors si comme quand que qui quoi son sa ses "
        "leur leurs d s n tout tous plus aussi ainsi alors cependant pourtant enfin puis deux"
    ),
    "es": _set(
        "el la los las lo un una unos unas y pero o ni que en de del al a con por para sin sobre según tras desde hasta "
        "entre cuando como si su sus este esta estos estas ese esa eso esto él ella ellos ellas yo nosotros no se ya también "
        "así además sin embargo mientras aunque porque hay es más todo todos dos después ante"
    ),
    "it": _set(
        "il lo la i gli le l un uno una e ma o di del della dei delle da dal dalla in nel nella a al alla con per su sul "
        "sulla tra fra secondo dopo prima quando come se che chi non si è c questo questa questi queste suo sua suoi lui lei "
        "loro io noi voi anche così inoltre però mentre poi già più tutti ora ecco"
    ),
    "pt": _set(
        "o a os as um uma uns umas e mas ou de do da dos das em no na nos nas por pelo pela para com sem sobre segundo após "
        "desde até entre quando como se que quem não é este esta esse essa isso isto ele ela eles elas eu nós seu sua seus "
        "suas também já assim além porém enquanto ainda mais todos ao à depois"
    ),
    "nl": _set(
        "de het een hij zij ze wij we ik jij je u en maar of in op aan bij met naar van voor uit over onder sinds als toen "
        "dat dit deze die er daar hier zijn haar hun niet geen ook nu dan zo wat wie waar hoe waarom volgens na door om tot "
        "want omdat terwijl wel nog al toch echter"
    ),
    "sv": _set(
        "det den de en ett han hon vi jag du och men i på av för med till från som när om att så nu här där enligt efter"
    ),
    "da": _set(
        "det den de en et han hun vi jeg du og men i på af for med til fra som når om at så nu her der ifølge efter"
    ),
    "no": _set(
        "det den de en et han hun vi jeg du og men i på av for med til fra som når om at så nå her der ifølge etter"
    ),
    "pl": _set(
        "i a ale to w we z ze na do od po przez dla o u że jak gdy kiedy nie jest on ona oni ten ta te tak też już"
    ),
    "cs": _set("a ale i to v ve z ze na do od po pro o u že jak když ne je on ona oni ten ta ti tak také už podle"),
    "ru": _set(
        "и а но в во на с со к по от до из за для о об не что как это он она они мы я ты вы так уже при если когда"
    ),
    "tr": _set("bu bir o ve ama ancak için ile de da daha ne çok şu ben biz siz onlar gibi sonra ise"),
}
"""Function words and others that open sentences; they also tell a text's language."""

ORDINAL_STOP = frozenset(("de", "da", "no", "pl", "cs", "tr", "fi", "et", "sl", "sk", "hr", "hu", "is", "lv"))
"""Languages that write an ordinal as a number with a stop: "am 3. Oktober"."""

SPEECH = _set(
    "said says asked asks told replied replies added adds wrote writes shouted cried joked answered recalled insisted "
    "explained exclaimed quipped tweeted fragte sagte rief schrieb antwortete demande dit lance interroge pregunta dice "
    "preguntó dijo chiede dice disse pergunta perguntou vraagt zei vroeg"
)
"""Verbs after a quoted question or cry that keep its speaker in the same sentence."""
