#!/usr/bin/env python3
"""Makes the fixtures in this folder from one text, with the tools that people use.

Needs pandoc, LibreOffice (soffice), zip, zstd, and Python's own e-mail, mailbox, JSON and CSV packages. The fixtures are checked in: run this only to change them.
"""
import bz2, csv, email.message, email.policy, gzip, io, json, lzma, mailbox, os, subprocess, sys, tarfile, zipfile

here = os.path.dirname(os.path.abspath(__file__))
os.chdir(here)

TITLE, AUTHOR, DATE = "Harbour board approves the new quay", "Inés Quispe", "2019-10-29"
LEAD = ("The harbour board of Puerto Claro approved a plan on Monday to build a new quay, "
        "which Cordillera Shipping will pay for.")
QUOTE = "“We waited ten years,” said Tomás Araníbar, the chairman of the board."
NOTE = "The board was founded in 1987 by the town."
COST = "Work starts in March 2020 and costs €12 million."
LAST = "The unions of the fishermen oppose the plan because the quay would close the old landing."
MARKDOWN = f"""---
title: {TITLE}
author: {AUTHOR}
date: {DATE}
lang: en
---

{LEAD}

{QUOTE}[^1]

## What the plan says

The plan has three parts:

- a quay of 400 metres
- a shed for café imports
- a road to the town

{COST}

| Year | Cost  |
|------|-------|
| 2020 | five  |
| 2021 | seven |

## Who is against it

{LAST}

[^1]: {NOTE}
"""


def write(name, text):
    with open(name, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode("utf-8"))


def run(*words, **more):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)


def office():
    write("text.md", MARKDOWN)
    for name, form in [("pandoc.docx", "docx"), ("pandoc.odt", "odt"), ("pandoc.epub", "epub3"),
                       ("pandoc-2.epub", "epub2"), ("pandoc.rtf", "rtf"), ("pandoc.jats.xml", "jats_publishing"),
                       ("pandoc.tei.xml", "tei"), ("pandoc-4.docbook.xml", "docbook4"),
                       ("pandoc-5.docbook.xml", "docbook5"), ("pandoc.html", "html5")]:
        run("pandoc", "-s", "-f", "markdown", "-t", form, "-o", name, "text.md",
            env=dict(os.environ, SOURCE_DATE_EPOCH="1572307200"))
    for source, form in [("pandoc.odt", "docx"), ("pandoc.docx", "odt"), ("pandoc.odt", "rtf"), ("pandoc.odt", "pdf")]:
        run("soffice", "--headless", "--convert-to", form, "--outdir", "office", source)
        os.replace(os.path.join("office", source.rsplit(".", 1)[0] + "." + form), "libreoffice." + form)
    os.rmdir("office")


def mail():
    def headers(message):
        message["From"] = f"{AUTHOR} <ines@paper.example>"
        message["To"] = "desk@paper.example"
        message["Subject"] = TITLE
        message["Date"] = "Tue, 29 Oct 2019 08:15:00 -0500"
        message["Message-ID"] = "<1@paper.example>"

    plain = email.message.EmailMessage(policy=email.policy.SMTP)
    headers(plain)
    plain.set_content(f"{LEAD}\n\n{QUOTE}\n\n{COST}\n", cte="quoted-printable")
    write("quoted-printable.eml", plain.as_bytes())

    mixed = email.message.EmailMessage(policy=email.policy.SMTP)
    headers(mixed)
    mixed.set_content(f"{LEAD}\n\n{COST}\n", charset="iso-8859-15", cte="base64")
    mixed.add_alternative(f"<p>{LEAD}</p><p>{COST}</p>", subtype="html")
    mixed.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="quay – plan.png")
    write("multipart.eml", mixed.as_bytes())

    page = email.message.EmailMessage(policy=email.policy.SMTP)
    headers(page)
    page.set_content(f"<html><head><style>p {{ color: red }}</style></head><body><p>{LEAD}</p><p>{QUOTE}</p></body></html>",
                     subtype="html")
    write("html-only.eml", page.as_bytes())

    answer = email.message.EmailMessage(policy=email.policy.SMTP)
    headers(answer)
    answer.replace_header("Subject", "Re: " + TITLE)
    answer.set_content(f"{LAST}\n\nOn Mon, 28 Oct 2019, Tomás Araníbar wrote:\n\n> {QUOTE}\n\n-- \nInés\n")

    if os.path.exists("thunderbird.mbox"):
        os.remove("thunderbird.mbox")
    box = mailbox.mbox("thunderbird.mbox")
    for message in (plain, page, answer):
        kept = mailbox.mboxMessage(message.as_bytes())
        kept.set_from("- Tue Oct 29 08:15:00 2019")
        box.add(kept)
    box.close()


def news():
    paragraphs = "".join(f"<p>{text}</p>" for text in (LEAD, QUOTE, COST))
    write("report.nitf.xml", f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>quay-1</title><docdata><date.issue norm="20191029T081500Z"/></docdata></head>
<body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>By <byttl>{AUTHOR}</byttl></byline>
<distributor>Claro News Agency</distributor></body.head>
<body.content>{paragraphs}<hl2>What the plan says</hl2><p>{LAST.replace("unions", "<org>unions</org>")}</p></body.content></body></nitf>
""")
    write("report.newsml-g2.xml", f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:quay" version="1" xml:lang="en">
<itemMeta><provider literal="CNA"><name>Claro News Agency</name></provider><versionCreated>2019-10-30T10:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2019-10-29T08:15:00Z</contentCreated><creator><name>{AUTHOR}</name></creator><by>By {AUTHOR}</by><headline>{TITLE}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{TITLE}</title></head>
<body>{paragraphs}<h2>What the plan says</h2><p>{LAST}</p></body></html></inlineXML></contentSet></newsItem>
""")
    write("feed.rss.xml", f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Claro Paper</title><link>https://paper.example/</link><description>News</description>
<item><title>{TITLE}</title><link>https://paper.example/quay</link><pubDate>Tue, 29 Oct 2019 08:15:00 GMT</pubDate>
<dc:creator>{AUTHOR}</dc:creator><description>Short.</description><content:encoded><![CDATA[{paragraphs}]]></content:encoded></item>
<item><title>Fishermen march</title><link>https://paper.example/march</link><pubDate>Wed, 30 Oct 2019 09:00:00 GMT</pubDate>
<description>&lt;p&gt;{LAST}&lt;/p&gt;</description></item></channel></rss>
""")
    write("feed.atom.xml", f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Claro Paper</title><updated>2019-11-01T00:00:00Z</updated>
<entry><title>{TITLE}</title><link rel="alternate" href="https://paper.example/quay"/><id>urn:1</id>
<published>2019-10-29T08:15:00Z</published><updated>2019-10-31T00:00:00Z</updated><author><name>{AUTHOR}</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{paragraphs}</div></content></entry>
<entry><title>Fishermen march</title><link href="https://paper.example/march"/><id>urn:2</id><updated>2019-10-30T09:00:00Z</updated>
<content type="html">&lt;p&gt;{LAST}&lt;/p&gt;</content></entry></feed>
""")


def web():
    page = open("pandoc.html", "rb").read()

    def record(kind, block, **fields):
        lines = [b"WARC/1.0", b"WARC-Type: " + kind, b"WARC-Date: 2021-05-05T00:00:00Z",
                 b"Content-Length: %d" % len(block)]
        lines += [b"%s: %s" % (k.replace("_", "-").encode(), v) for k, v in fields.items()]
        return gzip.compress(b"\r\n".join(lines) + b"\r\n\r\n" + block + b"\r\n\r\n", mtime=0)

    def answer(status, kind, body, more=b""):
        return b"HTTP/1.1 " + status + b"\r\nContent-Type: " + kind + b"\r\n" + more + b"\r\n" + body

    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    http = dict(Content_Type=b"application/http; msgtype=response")
    write("crawl.warc.gz", b"".join([
        record(b"warcinfo", b"software: fixture\r\n", Content_Type=b"application/warc-fields"),
        record(b"request", b"GET / HTTP/1.1\r\n\r\n", WARC_Target_URI=b"https://paper.example/quay", Content_Type=b"application/http; msgtype=request"),
        record(b"response", answer(b"200 OK", b"text/html; charset=utf-8", page), WARC_Target_URI=b"https://paper.example/quay", **http),
        record(b"response", answer(b"200 OK", b"image/png", b"\x89PNG"), WARC_Target_URI=b"https://paper.example/a.png", **http),
        record(b"response", answer(b"404 Not Found", b"text/html", b"<p>Not here, sorry.</p>"), WARC_Target_URI=b"https://paper.example/x", **http),
        record(b"response", answer(b"200 OK", b"text/html", chunked, b"Transfer-Encoding: chunked\r\n"), WARC_Target_URI=b"https://paper.example/chunked", **http),
        record(b"response", answer(b"200 OK", b"text/html", gzip.compress(page, mtime=0), b"Content-Encoding: gzip\r\n"), WARC_Target_URI=b"https://paper.example/gzip", **http),
        record(b"conversion", f"{TITLE}\n\n{LEAD}\n\n{COST}\n".encode(), WARC_Target_URI=b"https://paper.example/text", Content_Type=b"text/plain"),
    ]))


def packed():
    text = f"{TITLE}\n\nPUERTO CLARO, Oct. 29, 2019 (CNA) -- {LEAD}\n\n{COST}\n".encode()
    write("report.txt", text)
    write("report.txt.gz", gzip.compress(text, mtime=0))
    write("report.txt.xz", lzma.compress(text))
    write("report.txt.bz2", bz2.compress(text))
    run("zstd", "-q", "-f", "report.txt", "-o", "report.txt.zst")
    write("report-utf-16.txt", b"\xff\xfe" + text.decode().encode("utf-16-le"))
    write("report-latin-1.txt", text.decode().replace("€", "EUR ").replace("CLARO", "CLARÓ").encode("latin-1"))
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name in ("report.txt", "text.md", "thunderbird.mbox"):
            entry = tarfile.TarInfo("folder/" + name)
            data = open(name, "rb").read()
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    write("all.tar.gz", gzip.compress(buffer.getvalue(), mtime=0))
    with zipfile.ZipFile("all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("report.txt", "pandoc.docx", "all.tar.gz"):
            archive.writestr(zipfile.ZipInfo("folder/é " + name, (2019, 10, 29, 0, 0, 0)), open(name, "rb").read(),
                             compress_type=zipfile.ZIP_DEFLATED)
    # Locked by ZipCrypto and by AES in PDF and office files.
    run("zip", "-q", "-j", "-P", "secret", "locked.zip", "report.txt")
    run("soffice", "--headless", "--convert-to", 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
        '"DocumentOpenPassword":{"type":"string","value":"secret"}}', "--outdir", "office", "pandoc.odt")
    os.replace("office/pandoc.pdf", "locked.pdf")
    os.rmdir("office")


def records():
    rows = [dict(id="quay", title=TITLE, author=AUTHOR, date=DATE, text=f"{LEAD}\n\n{QUOTE}"),
            dict(id="cost", title="What it costs", author=AUTHOR, date="2019-10-30", text=COST)]
    write("records.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    write("records.json", json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    for name, dialect in [("table.csv", "excel"), ("table.tsv", "excel-tab")]:
        with open(name, "w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(rows[0]), dialect=dialect)
            table.writeheader()
            table.writerows(rows)


def main():
    steps = dict(office=office, mail=mail, news=news, web=web, packed=packed, records=records)
    for name in sys.argv[1:] or steps:
        steps[name]()


main()
