"""What stands around an article: the words that publishers set there, in tables, and the reason each one names.

A new kind of furniture is a row here and a seed. Patterns are the trade's standing phrases in the languages of the
press; none is made for a single site.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.model import Reason
from reader.text.fold import lowered


def _behind(most: int, phrase: str) -> str:
    """A phrase behind at most so many characters. Its first letter stands before the look at whether a word begins there: a
    repeat that a letter ends is tried four times as fast as one that a boundary ends."""
    return rf".{{0,{most}}}{phrase[0]}(?<=\b{phrase[0]}){phrase[1:]}"


# Each row: a reason, then what a line of that kind begins with or consists of. The first row that fits decides.
_ROWS: tuple[tuple[Reason, str], ...] = (
    (
        "advert",
        r"(?:advertise?ments?|adverts?|ads?|ad feedback|sponsored(?: content| links?| by\b.{0,40})?|"
        r"(?:presented|brought to you) by\b.{0,40}|promoted(?: content)?"
        r"|paid (?:content|post|partnership)|anzeigen?|werbung|publicit[éà]|publicidade?|pubblicità|advertenties?"
        r"|reklama|reklame?|annons|mainos|annonce|реклама|広告|广告|廣告|광고|إعلان|ilan)"
        r"(?:\s*[-–—:|,.(]+\s*.{0,60}|\s+(?:scroll|continue|nach|below).{0,50})?\W*",
    ),
    (
        "advert",
        r"(?:story|article) continues (?:below|after).{0,40}|(?:scroll|keep reading) (?:to|down) .{0,40}"
        r"|check (?:the )?price.{0,30}|view (?:the )?deal.{0,30}|"
        r"(?:see|view|shop) (?:it )?(?:at|on) (?:amazon|walmart|target|best buy|ebay).{0,20}|"
        r"[$€£]\s?\d[\d.,]* (?:at|from|on|bei) (?!(?:the|an?|his|her|its|their|our|my|der|dem|den) ).{2,40}"
        r"|remove ads?|skip ad(?:vertisement)?|continue reading (?:below|the main story).{0,30}"
        r"|after (?:newsletter )?promotion|skip past .{0,60}|report this ad",
    ),
    (
        "paywall",
        r"(?:this (?:article|story|content) is (?:only |exclusively )?(?:for|available to) (?:our )?(?:paying )?"
        r"(?:subscribers|members)|subscribe (?:now )?to (?:continue|keep|read|unlock)|(?:to )?(?:continue|keep) reading"
        r"[, ].{0,40}subscri|already a (?:subscriber|member)|(?:want|you have) .{0,40}(?:free articles?|to read more)"
        r"|sign in to (?:continue|keep) reading|start your (?:free )?(?:trial|subscription)|unlock (?:this|the full)"
        r"|to (?:view|read|access) the (?:full|whole|entire) (?:story|article)\b.{0,40}subscri|"
        r"if you.{0,60}already (?:a subscriber|subscribed)"
        r"|you(?:['’]ve| have) (?:reached|hit|used|read) .{0,40}free .{0,20}(?:articles?|stories)|"
        r"this is a (?:premium|subscriber|members?)(?:[- ]only)? (?:article|story)|"
        r"(?:continue|keep) reading (?:with|for) (?:a|an|just|only|free|[$€£]|\d)"
        r"|become a (?:member|subscriber) to (?:read|continue|access)|"
        r"support (?:local |our |independent )?journalism\b.{0,40}subscri"
        r"|(?:this|the rest of this) (?:article|story|content|post) is (?:locked|reserved|behind)|"
        r"(?:register|create a free account) to (?:continue|keep|read)"
        r"|get unlimited (?:digital )?access|subscribers? only\b|"
        r"you(?:['’]ve| have) read your last free"
        r"|weiterlesen mit|jetzt (?:abonnieren|weiterlesen)|dieser artikel ist (?:nur )?für abonnenten|"
        r"sie haben (?:bereits|schon) ein(?:en)? (?:abo|zugang|digitalabo)|(?:bereits|schon) (?:abonnent|kunde)"
        r"|(?:il vous reste|cet article est réservé|la suite est réservée|réservé aux abonnés)|contenuto riservato"
        r"|questo (?:contenuto|articolo) è (?:riservato|disponibile solo)|sei già abbonat|"
        r"abbonati per (?:continuare|leggere)|déjà abonné|pour lire la suite"
        r"|(?:este )?(?:contenido|artículo) (?:es )?(?:exclusivo|s[oó]lo para (?:suscriptores|socios))|"
        r"ya eres suscriptor|suscr[íi]bete para (?:seguir|continuar)"
        r"|(?:este )?(?:conteúdo|artigo|texto) (?:é )?exclusivo|exclusivo para assinantes|já é assinante|"
        r"assine para (?:continuar|ler)|alleen voor abonnees|al abonnee\b|"
        r"(?:wil|wilt) (?:u|je) (?:dit|het hele) artikel"
        r"|article réservé aux abonnés|dit artikel is (?:exclusief|alleen) voor|lees verder met|"
        r"artykuł (?:tylko )?dla (?:abonentów|prenumeratorów)|(?:この記事は)?(?:有料|会員)(?:会員)?(?:限定)?記事|残り[\d,]+文字"
        r"|dalsza część (?:artykułu|tekstu)|(?:treść|artykuł) dostępn[ya] (?:tylko )?dla|"
        r"masz już (?:prenumeratę|subskrypcję|konto)|материал доступен (?:только )?(?:по подписке|подписчикам)|"
        r"уже подписаны"
        r"|bu (?:içerik|haber|yazı) (?:yalnızca|sadece) abone|هذا (?:المحتوى|المقال) (?:متاح |حصري )|"
        r"(?:この記事は)?有料会員限定|(?:会員登録|ログイン)(?:すると|して)(?:、)?続き|続きを(?:読むには|お読みいただくには)"
        r"|(?:本文|此内容)?(?:仅供|仅限)?(?:付费|会员)(?:会员|用户)?(?:专享|专属|可见)|"
        r"登录后(?:阅读|查看)全文|(?:이 기사는 )?(?:유료|구독자|회원) 전용|"
        r"for abonnenter|(?:denna|den här) artikeln? är (?:låst|endast)).{0,200}",
    ),
    (
        "newsletter",
        r"(?:(?:our|get (?:the|our)|sign up|subscribe|join|register|daily|weekly|free|the) .{0,60}newsletters?"
        r"|newsletters?|sign[- ]?up\b.{0,80}|subscribe(?: (?:now|here|today|to (?:our|the)).{0,80})?|by (?:signing|"
        r"subscribing|clicking|entering|providing|submitting).{0,200}(?:agree|accept|consent|terms|privacy).{0,120}"
        r"|(?:enter )?your e-?mail(?: address)?.{0,40}|e-?mail address.{0,20}|thank you for (?:subscribing|signing).{0,60}"
        r"|get .{0,60}(?:inbox|newsletter|alerts?).{0,60}|.{0,60}in your inbox.{0,60}|.{0,60}to your inbox.{0,60}|"
        r"invalid email.{0,40}"
        r"|(?:abonnieren|anmelden|jetzt anmelden|newsletter|mit (?:der|ihrer) anmeldung).{0,120}|.{0,60}kostenlos anmelden"
        r"|(?:inscrivez|abonnez)-vous.{0,100}|en vous (?:inscrivant|abonnant).{0,120}|iscriviti.{0,80}|iscrivendoti.{0,120}"
        r"|suscr[íi]bete.{0,80}|apúntate.{0,80}|al (?:suscribir|registrar)\w*.{0,120}|(?:subscreva|assine|inscreva-se).{0,80}"
        r"|ao (?:subscrever|assinar|se inscrever).{0,120}|schrijf je in.{0,80}|meld je aan.{0,80}|abonneer.{0,60}"
        r"|zapisz się.{0,80}|подпи(?:сы|ши)\w*.{0,80}|tilaa .{0,60}|prenumerera.{0,60}|tilmeld.{0,60})",
    ),
    (
        "share",
        r"(?:share|shares?(?: (?:this|on|via|article|story|it|to|by).{0,40})?|\d[\d.,]*[km]?\s*(?:shares?|likes?|views?|"
        r"retweets?)|(?:tweet|retweet|like|pin it|facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|telegram|bluesky|"
        r"threads|flipboard|instagram|youtube|tiktok|messenger|e-?mail|mail|print|copy(?: the)? link|link copied!?|copied|"
        r"save|bookmark|listen|gift(?: article)?|more options|follow(?: us| on)?|rss|pocket|tumblr|sms)"
        r"|(?:print|email|save|follow|tweet) (?:this|us|to|article|story|page).{0,40}|follow us.{0,60}"
        r"|press enter or click to view image.{0,40}|(?:view|open) (?:full-?(?:size|screen) )?image in .{0,20}|"
        r"(?:bild|foto) vergrößern|agrandir l.image|ampliar (?:imagen|foto)|ingrandisci|分享到.{0,20}|"
        r"share full article|(?:zur )?merkliste.{0,30}|(?:diesen )?(?:artikel|beitrag) (?:anhören|vorlesen|merken|"
        r"verschenken|drucken|teilen|kommentieren).{0,30}"
        r"|(?:follow|siga|sigue|seguici|suivez|folge|folgen sie|segui|volg|obserwuj) .{0,50}\b(?:whatsapp|instagram|"
        r"facebook|twitter|telegram|tiktok|youtube|google news|canal|channel|kanal|social media)\b.{0,30}"
        r"|teilen.{0,40}|(?:auf|per) (?:facebook|twitter|x|whatsapp|e-?mail|linkedin).{0,20}(?:teilen)?|drucken|merken"
        r"|partager.{0,40}|envoyer par.{0,20}|condividi.{0,40}|compart(?:ir|e|ilhar|ilhe).{0,40}|partilh\w+.{0,40}|"
        r"copiar.{0,20}|copia link"
        r"|deel(?: dit| op|en).{0,40}|delen|udostępnij.{0,30}|поделиться.{0,40}|jaa|del|dela|imprimir|imprimer|stampa"
        r"|bagikan.{0,30}|chia sẻ.{0,20}|แชร์.{0,20}|শেয়ার করুন|शेयर करें.{0,20}|megosztás|"
        r"distribuie.{0,30}|поділитися.{0,20}|κοινοποίηση|ចែករំលែក"
        r"|paylaş|공유|分享|シェアする|シェア|copier le lien|link kopieren|kopiuj link|lien copié|"
        r"add to (?:reading list|favou?rites|my ?\w{2,12})|ajouter à (?:vos|mes) .{0,20}|offrir l.article"
        r"|(?:listen to|écouter|ascolta|escuchar|escucha|ouvir|beluister|luister naar|lyssna på|posłuchaj|"
        r"ακούστε)\b.{0,8} (?:this |cet |l.|este |questo |dit |den här |το )?(?:article|story|articolo|artículo|"
        r"noticia|artigo|artikel|artykułu|άρθρο)\b.{0,30}|bewaar artikel|lees voor"
        r"|\d{1,2}:\d\d(?::\d\d)?\s*/\s*\d{1,2}:\d\d(?::\d\d)?|current progress.{0,8}|我要反馈|انسخ الرابط)",
    ),
    (
        "comments",
        r"(?:\d+\s*(?:comments?|responses?|replies|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties)"
        r"|(?:view|show|read|see|all|load|hide|latest|top|no|add|post|leave|write|join|be the first).{0,30}(?:comments?|"
        r"reply|conversation|discussion|responses)\b.{0,40}|comments?(?: are closed| \(\d+\)|:)?.{0,20}|repl(?:y|ies)"
        r"|kommentare?.{0,20}|antworten|kommentieren.{0,30}|.{0,40}um zu kommentieren|répondre|réagir.{0,30}|"
        r"commentaires?.{0,20}|commenter.{0,30}"
        r"|responder|comentarios?.{0,20}|comentários?.{0,20}|commenti.{0,20}|rispondi|reacties.{0,20}|reageer.{0,20}|"
        r"beantwoorden"
        r"|report(?: (?:this )?comment)?|"
        r"комментари\w+.{0,20}|ответить|コメント.{0,20}|评论.{0,20}|댓글.{0,20})",
    ),
    (
        "consent",
        r"(?:(?:we|this (?:site|website)|our (?:site|website)) uses? cookies.{0,300}"
        rf"|{_behind(80, 'cookie(?:s|-| policy| settings)')}.{{0,100}}|"
        rf"(?:we|wir|nous|avec votre accord, nos|nosotros|nós|noi|wij|my|nous,) (?:and|und|et|y|e|en|i|"
        rf"avec)?\s?.{{0,30}}\b(?:partners?|partnern?|partenaires|socios|parceiros|partnerzy|"
        rf"terze parti)\b.{{0,160}}\b(?:cookies?|device|gerät|dispositiv|appareil|terminal|apparaa?t|urządzeni|consent|einwillig|"
        rf"consens|consentement|toestemming|personal|personen|personnel|persoon|dati|data|daten|dane|donn[ée]es|datos|dados|"
        rf"gegevens|stor(?:e|ing)\b|traceurs|technolog).{{0,300}}|"
        r"accept(?: all)?|reject all|manage (?:preferences|consent|cookies)|"
        r"(?:wir|diese (?:seite|website)) (?:verwende|nutz)"
        r".{0,40}cookies.{0,200}|(?:alle )?akzeptieren|tout accepter|accetta|aceptar|aceitar|"
        r"(?:javascript|your browser).{0,120}(?:enable|"
        r"disabled|supported|required).{0,100}|please enable.{0,100})",
    ),
    (
        "legal",
        rf"(?:(?:©|\(c\)|copyright\b).{{0,200}}|{_behind(100, 'all rights reserved')}.{{0,100}}|"
        rf".{{0,100}}alle rechte vorbehalten.{{0,80}}"
        r"|.{0,80}tous droits réservés.{0,80}|.{0,80}riproduzione riservata.{0,80}|.{0,80}todos los derechos.{0,80}"
        r"|.{0,80}todos os direitos.{0,80}|.{0,80}alle rechten.{0,80}"
        r"|(?:terms(?: (?:of (?:use|service)|(?:&|and) conditions))?|privacy(?: (?:policy|notice|statement))?|"
        r"impressum|datenschutz\w*"
        r"|agb|nutzungsbedingungen|mentions légales|aviso legal|política de privac\w+|note legali|colofon|disclaimer|"
        r"legal notice"
        r"|do not sell.{0,60}|accessibility(?: statement)?|imprint))",
    ),
    (
        "author box",
        r"(?:about (?:the )?(?:authors?|writer|contributor)s?.{0,40}|more (?:from|by) this author|"
        r"(?:view|see) (?:all |more )?(?:posts|articles|stories) by.{0,40}"
        r"|.{0,50} is an? .{0,80}(?:reporter|correspondent|editor|journalist|columnist|freelance|writer) .{0,160}"
        r"|(?:über (?:den autor|die autorin)|zur person|à propos de l.auteur|sobre (?:el|la|o|a) autora?|l.autore).{0,40})",
    ),
    (
        "navigation",
        r"(?:home|menu|search|skip to .{0,40}|log ?in|sign in|log ?out|register|my account|close|"
        r"back(?: to .{0,30})?|next|previous|prev|"
        r"in this (?:article|story|guide|post|section)|on this page|jump to(?: section)?|table of contents|contents|"
        r"inhalt(?:sverzeichnis|sübersicht)?|in diesem (?:artikel|beitrag)|au sommaire|dans cet article"
        r"|in questo articolo|en este artículo|neste artigo|in dit artikel|spis treści|содержание|"
        r"more|show (?:more|less)|load more.{0,20}|read more|continue reading.{0,40}|see (?:all|more).{0,30}|"
        r"view all.{0,30}|open menu.{0,20}|contact(?: us)?|about(?: us)?"
        r"|help|faq|advertise.{0,30}|careers|jobs|sitemap|archives?|topics?|tags?:?.{0,80}|filed under.{0,80}|posted in.{0,80}"
        r"|report abuse|learn more|published using google docs|updated automatically every .{0,20}"
        r"|messages sorted by.{0,60}|more information about the .{0,60} mailing list|"
        r"thread (?:index|prev(?:ious)?|next)|date (?:index|prev|next)|"
        r"\[(?:date|thread|subject|author)(?: prev| next| index)?\].{0,80}"
        r"|categor(?:y|ies):?.{0,60}|edition.{0,20}|top|nach oben|startseite|menü|suche|anmelden|themen?:?.{0,60}|"
        r"schlagw\w+.{0,60}"
        r"|文章关键词.{0,60}|原标题.{0,80}|weiter|zurück|accueil|rechercher|se connecter|inicio|início|buscar|portada|cerca|"
        r"accedi|menu principale|zoeken|inloggen)",
    ),
)
# One pattern, a group for each row, is a third quicker than one after the other. It is asked of text in lower case: one that
# ignores case tries every alternative by table, at twice the time.
_ANY_ROW = re.compile(rf"\W*(?:{'|'.join(f'({pattern})' for _, pattern in _ROWS)})\W*")

# Labels that announce other stories. After a colon or on the next lines stand their headlines. In lower case, as the next.
_RELATED_LABEL = re.compile(
    r"\W*(?:(?:read|see|watch|listen) (?:also|more|next|this)|also (?:read|see|on|in)|"
    r"related(?: (?:articles?|stor(?:y|ies)|news|content|topics|"
    r"links|posts|coverage|reading))?|more (?:from|on|in|stories|news|like this|about|coverage)\b.{0,40}|"
    r"recommended(?: (?:for you|stories|reading|articles))?"
    r"|more(?=:)|you (?:may|might) (?:also |be )?(?:like|interested).{0,30}|"
    r"most (?:read|popular|viewed|shared|recent|commented)\b.{0,30}"
    r"|trending(?: now| stories)?|popular(?: (?:now|stories|posts|articles))?|"
    r"latest(?: (?:news|stories|posts|articles|in)\b.{0,30})?"
    r"|(?:top|other|recent|featured|similar|further) (?:stories|news|posts|articles|reading)\b.{0,20}|don.t miss|"
    r"up next|what to read next|opinions?"
    r"|editor.?s.? (?:picks?|choice)|in case you missed it|lesen sie (?:auch|mehr).{0,30}|lies auch|"
    r"mehr (?:zum|aus|zu|von|über)\b.{0,40}"
    r"|weitere (?:artikel|themen|meldungen|nachrichten).{0,30}|auch interessant|das könnte (?:sie|dich).{0,40}|"
    r"ähnliche (?:artikel|beiträge)|meistgelesen.{0,20}"
    r"|zum thema|à lire (?:aussi|également).{0,20}|lire aussi|sur le même (?:sujet|thème)|à voir aussi|les plus lus|"
    r"dans la même rubrique"
    r"|leggi anche|ti potrebbe interessare.{0,20}|potrebbe interessarti.{0,20}|i più letti|articoli correlati|"
    r"lee también|te puede interesar|también te puede.{0,30}"
    r"|(?:lo )?más (?:leído|visto|sobre|en)s?\b.{0,30}|noticias relacionadas|relacionad[ao]s?|leia (?:também|mais)|"
    r"veja (?:também|mais)|mais (?:lidas|notícias|sobre)\b.{0,20}"
    r"|lees (?:ook|meer)|meer (?:over|uit|van)\b.{0,30}|meest gelezen|czytaj (?:także|też|również|więcej)|"
    r"zobacz (?:także|też|również)|читайте также|по теме"
    r"|läs (?:också|mer|även)|les (?:også|mer)|læs også|lue myös|ilgili haber(?:ler)?|"
    r"関連記事|あわせて読みたい|相关(?:阅读|新闻|文章)|"
    r"baca juga|(?:artikel|berita) terkait|tin liên quan|đọc thêm|xem thêm|ข่าวที่เกี่ยวข้อง|อ่านเพิ่มเติม|"
    r"kapcsolódó (?:cikkek|tartalom)|olvas[sd]? (?:tovább|még)|cite[sș]te (?:și|si)|"
    r"আরও পড়ুন|सम्बंधित (?:खबरें|लेख)|संबंधित (?:खबरें|लेख)|читайте також|"
    r"관련\s?기사|przeczytaj (?:także|też|również)|(?:přečtěte|čtěte) (?:si )?také|související (?:témata|články)"
    r"|διαβάστε (?:επίσης|ακόμη)|(?:اقرأ|إقرأ) أيض(?:ا|اً|ًا)|ये भी पढ़ें|यह भी पढ़ें|mir[aá] también|"
    r"people are also reading|la rédaction vous (?:conseille|recommande)|"
    r"(?:previous|next) (?:message|post|thread|by date|by thread|in thread)(?: \(?by (?:thread|date)\)?)?(?=:)|"
    r"más información(?=:)|(?:קראו|עוד) (?:גם|עוד|בנושא)|(?:延伸|推荐|更多|相關|相关)(?:阅读|閱讀)|और पढ़ें)\s*"
)
# Labels that nothing but other stories follows, wherever they stand.
_POINTING = re.compile(
    r"\W*(?:(?:read|see) (?:also|more|next)|also (?:read|see)|"
    r"related(?: (?:articles?|stor(?:y|ies)|news|content|links|posts|coverage|reading))?|"
    r"more on this (?:story|topic|subject)"
    r"|recommended (?:for you|stories|reading|articles)|lesen sie (?:auch|mehr)(?: dazu| zum thema)?|mehr zum thema|"
    r"zum thema|auch interessant|(?:à )?lire (?:aussi|également)|sur le même (?:sujet|thème)"
    r"|leggi anche|articoli correlati|lee también|te puede interesar|noticias relacionadas|leia (?:também|mais)|"
    r"veja (?:também|mais)|lees (?:ook|meer)|czytaj (?:także|też|również)|zobacz (?:także|też|również)"
    r"|читайте также|по теме|läs (?:också|mer|även)|les også|læs også|lue myös|ilgili haberler|"
    r"baca juga|tin liên quan|ข่าวที่เกี่ยวข้อง|kapcsolódó cikkek|cite[sș]te (?:și|si)|আরও পড়ুন|читайте також|यह भी पढ़ें|"
    r"関連記事|相关(?:阅读|新闻|文章)|관련\s?기사"
    r"|przeczytaj (?:także|też|również)|(?:přečtěte|čtěte) (?:si )?také|související (?:témata|články)|"
    r"διαβάστε (?:επίσης|ακόμη)|(?:اقرأ|إقرأ) أيض(?:ا|اً|ًا)|あわせて読みたい|mir[aá] también)\s*[:：»›…]?\s*"
)
# What the publisher says about the article, in lower case.
_CORRECTION = re.compile(
    r"\W*(?:(?:corrections?|clarification|editor.?s.? note|updated?(?: note)?)\b\s*(?:[:(—–-]|appended)|"
    r"(?:this|an earlier version of this|a previous version of this) "
    r"(?:article|story|post|piece|version)\b.{0,80}\b(?:correct|amend|updat|misstat|incorrect|said|stated|clarif|change)"
    r"|(?:korrektur|anmerkung der redaktion|hinweis der redaktion|rectificatif|correction|rettifica|errata|"
    r"corrección|fe de erratas|correção|correctie|sprostowanie)\s*[:(—–-]"
    r"|in einer früheren (?:fassung|version)|une version (?:précédente|antérieure)|in een eerdere versie|"
    r"una versión anterior|uma versão anterior)"
)
_CREDIT_NOTE = re.compile(
    r"\W*(?:with assistance (?:from|by)\b|(?:additional |with )?reporting (?:for .{0,40})?(?:by|from)\b|"
    r"(?:reporting|writing|editing) by\b|with (?:additional )?(?:reporting|files|contributions?|input)s? (?:by|"
    r"from)\b"
    rf"|{_behind(80, 'contributed (?:reporting|to this (?:report|article|story))')}"
    r"|\W*(?:das (?:gespräch|interview) führten?|die fragen stellten?|propos recueillis par|interview(?:ed)? by|"
    r"texto (?:editado|revisto) por)\b .{4}|associated press (?:writer|reporter|journalist)s? .{4,120}contributed"
    r"|mitarbeit\s*:|unter mitarbeit|avec .{0,30}\bafp\b|collaborazione di|con (?:la colaboración|información) de\b"
    r"|a version of this (?:article|story|column) (?:appears|appeared|ran) (?:in|on) .{5}"
    r"|this (?:article|story|post|piece|essay) (?:(?:is|was) )?(?:(?:originally|first) (?:appeared|published|posted|"
    r"ran)|republished) (?:on|in|at|by|from) .{2}"
    r"|com (?:informações|colaboração) d|(?:met )?medewerking\b"
    r"|(?:quellen?|sources?|fuentes?|fonti?|fontes?|bron(?:nen)?|źródł[oa]|источники?|kaynak|المصدر|מקור|स्रोत|来源|來源|"
    r"출처)\s*[:：]\s*(?:(?:afp|ap|reuters|dpa|epd|kna|sid|ansa|efe|anp|lusa|pap|tass|тасс|интерфакс|риа новости|aa|"
    r"anadolu ajansı|iha|dha|وكالات|pti|ani|新华社|연합뉴스)\b[\s/,;&]*(?:and |und |et |y |e |en )?)+\W*$)"
)


# What boxes that ask for an address say, where no row above knows the line as a whole.
_SIGN_UP = re.compile(
    r"newsletter|boletín|nieuwsbrief|infolettre|inbox|postfach|inscrivez|abonnez|iscriviti|suscr[íi]b|subscreva|"
    r"kostenlos anmelden"
    r"|e-?mail address|adresse e-?mail|e-?mailadres|signing up|sign up|subscribing|jetzt anmelden|mit (?:der|ihrer) anmeldung"
)
_TERMS = (
    r"agree|terms|privacy|privaci|confidentialité|datenschutz|condiciones|condições|condizioni|acepto|aceito|akkoord"
)
_AGREEMENT = re.compile(_TERMS)
_CONSENT = re.compile(rf"{_TERMS}|e-?mail")


@lru_cache(maxsize=4096)
def reason(text: str) -> Reason | None:
    """The kind of furniture that a piece of text is by its words alone; None if its words do not tell."""
    if len(text) > 320:
        return None
    found = _ANY_ROW.fullmatch(text.lower())
    return _ROWS[found.lastindex - 1][0] if found is not None and found.lastindex else None


def invites(text: str) -> bool:
    """Whether a line in lower case asks for the reader's address."""
    return _SIGN_UP.search(text) is not None


def asks_consent(text: str) -> bool:
    """Whether a line in lower case names what a sign-up box wants: an address, or agreement."""
    return _CONSENT.search(text) is not None


def names_terms(text: str) -> bool:
    """Whether a line in lower case names what a sign-up box wants agreed to."""
    return _AGREEMENT.search(text) is not None


def related_label(text: str) -> tuple[str, str] | None:
    """The label and, after a colon, the headline of a line that points to another story."""
    if len(text) > 250:
        return None
    found = _RELATED_LABEL.match(lowered(text))
    if found is None:
        return None
    label, rest = text[: found.end()], text[found.end() :]
    if not rest:
        return text.strip(" :|»›—–-"), ""
    if rest[0] in ":：|»›—–-】" or (rest[0] in "「『" and len(rest) > 3):
        bracket = "[(" if text[0] in "[(" else ""
        return label.strip(f"{bracket}【 :：|»›—–-"), rest.strip(" :：|»›—–-】").rstrip("])" if bracket else "")
    return None


def tells_author(text: str) -> bool:
    """Whether a sentence says who the author is by trade: "Jane Doe is a writer who lives in Marren"."""
    return " is a" in text and reason(text) == "author box"


def points_away(text: str) -> bool:
    """Whether a line is a label that nothing but other stories follows."""
    return len(text) < 40 and _POINTING.fullmatch(text.lower()) is not None


_UPDATE_MOST = 300
"""Characters of the longest note that begins with "Updated": longer ones are paragraphs with a day before them."""


def note_kind(text: str) -> str | None:
    """Whether a piece is the publisher speaking about the article: "correction" or "credit note"."""
    if len(text) > 600:
        return None
    lower = text.lower()
    if _CORRECTION.match(lower):
        return "correction" if len(text) < _UPDATE_MOST or not lower.startswith("updat") else None
    return "credit note" if len(text) < 300 and _CREDIT_NOTE.match(lower) else None
