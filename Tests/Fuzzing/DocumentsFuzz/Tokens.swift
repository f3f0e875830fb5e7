/// The words that each format is made of, and how its files start.
enum Tokens {
  static let heads: [FuzzedReader: String] = [
    .html: "<!doctype html><html>", .rtf: "{\\rtf1\\ansi ", .mail: "From: a@b.example\nDate: ",
    .mbox: "From - Tue Oct 29 08:15:00 2019\n", .jsonl: "{\"text\":", .csv: "title,text,date\n",
    .warc: "WARC/1.0\r\n",
  ]

  static let words: [FuzzedReader: [String]] = [
    .any: sentences + ["\n\n", "<p>", "</p>", "{\"text\":\"", "From: ", "---\n", "\u{c}"],
    .text: sentences + [
      "\n\n", "\r\n", "Ã©", "â€™", "\u{feff}", "é", "NEW YORK, Oct. 29 (CNA) -- ", "By Ann Lee\n",
      "Photo: A quay.\n", "date 2019-10-29\n", "    ", "- ", "=====\n", "1\n", "\u{c}",
    ],
    .html: sentences + blocks + [
      "<meta property=\"article:published_time\" content=\"2019-10-29\">", "<a href=\"/x\">",
      "</a>", "<script type=\"application/ld+json\">", "{\"@type\":\"NewsArticle\",", "</script>",
      "\"datePublished\":\"2019-10-29\"}", "<title>", "</title>", "&nbsp;", "&#8217;", "&eacute",
      "<!--", "-->", "<time datetime=\"2019-10-29\">", "<br>", "<table><tr><td>", "<pre>",
      "<template>", "<svg>", "<!DOCTYPE", "<meta charset=\"windows-1252\">", "<style>", "</style>",
    ],
    .markdown: sentences + [
      "# ", "\n\n", "- ", "1. ", "> ", "```\n", "    ", "[a](http://e.example)", "![", "](", "**",
      "_", "`", "| a | b |\n|---|---|\n", "---\n", "title: ", "date: 2019-10-29\n", "[^1]",
      "[^1]: ",
      "<div>", "</div>", "\\", "&amp;", "\n===\n", "<!-- ", "-->", "<a>",
    ],
    .pdf: sentences + [
      "\u{c}", "\n", "\n\n", "12\n", "The Report\n", "quay-\n", "wall ", "• ", "Title: ",
      "CreationDate: 2019-10-29T08:15:00-05\n", "Author: ", "é",
    ],
    .rtf: sentences + [
      "\\par ", "{", "}", "\\b ", "\\'e9", "\\u8217?", "\\uc2", "\\bin4 ", "{\\*\\x ", "{\\fonttbl",
      "{\\f0\\fcharset128 ", "\\f0 ", "{\\stylesheet", "{\\s1 heading 1;}", "\\s1 ", "{\\info",
      "{\\title ", "{\\creatim\\yr2019\\mo10\\dy29}", "{\\footnote ", "\\pard ", "\\cell ",
      "\\row ", "{\\field{\\*\\fldinst ", "{\\fldrslt ", "\\~", "\\-", "\\upr", "\\ansicpg932 ",
      "{\\pict ", "\\u-3913?", "\\'81",
    ],
    .mail: sentences + message,
    .mbox: sentences + message + ["\n\nFrom - Tue Oct 29 08:15:00 2019\n", ">From ", "\n>>From "],
    .jsonl: sentences + [
      "{\"text\":", "\"", "}\n", ",", ":", "[", "]", "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "\\\"",
      "\"title\":", "\"date\":\"2019-10-29\"", "\"id\":", "1e9", "-0.5", "null", "true", "\n",
      "{", "}", "\"author\":", "\"url\":",
    ],
    .csv: sentences + [
      ",", "\n", "\"", "\"\"", "\r\n", ";", "\t", "2019-10-29", "text", "\n\n", "|", "\"a,\nb\"",
    ],
    .warc: sentences + blocks + [
      "WARC-Type: response\r\n", "WARC-Type: conversion\r\n", "WARC-Type: resource\r\n",
      "Content-Length: 40\r\n", "Content-Length: 200\r\n", "\r\n", "\r\n\r\n", "WARC/1.0\r\n",
      "HTTP/1.1 200 OK\r\n", "Content-Type: text/html\r\n", "Transfer-Encoding: chunked\r\n",
      "10\r\n", "0\r\n\r\n", "Content-Encoding: gzip\r\n", "WARC-Target-URI: http://e.example/\r\n",
      "Content-Type: application/http\r\n", "Content-Type: text/plain\r\n",
    ],
  ]

  private static let sentences = [
    "The board met on Monday in Claro. ", "the quay costs €12 million, said Inés Quispe.",
    "“We waited,” he said. ",
  ]

  private static let blocks = [
    "<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<ul><li>", "<body>", "<article>",
    "<nav>", "<footer>", "<figcaption>", "<aside class=\"related\">", "<blockquote>",
  ]

  private static let message = [
    "\n", "\n\n", "Subject: ", "Tue, 29 Oct 2019 08:15:00 -0500\n", "=?utf-8?Q?=C3=A9?= ",
    "=?iso-8859-1?B?6Q==?=", "Content-Type: multipart/mixed; boundary=x\n", "--x\n", "--x--\n",
    "Content-Type: text/html; charset=utf-8\n", "Content-Type: text/plain; charset=gb2312\n",
    "Content-Transfer-Encoding: quoted-printable\n", "Content-Transfer-Encoding: base64\n",
    "=C3=A9", "=\n", "4pyT", "> ", "-- \n", "<p>", "</p>", "filename*=utf-8''%C3%A9.txt",
    "Content-Disposition: attachment; ", "Content-Type: message/rfc822\n", "From: ",
    "On Mon, 28 Oct 2019, A wrote:\n", " (comment) ", "\"quoted \\\" name\" <a@b.example>",
  ]
}
