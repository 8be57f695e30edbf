"""The same letters as a script would send them: one EmailMessage for each person, one connection.

Prints the seconds from the first letter to the last answer.
"""

import html
import smtplib
import sys
import time
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

port, count, release = int(sys.argv[1]), int(sys.argv[2]), open(sys.argv[3], encoding="utf-8").read()
paragraphs = [part.strip() for part in release.split("\n\n") if part.strip()]
headline = paragraphs[0].lstrip("# ")

began = time.perf_counter()
with smtplib.SMTP("127.0.0.1", port) as server:
    for number in range(count):
        greeting = f"Yth. Ibu Pembaca {number},"
        message = EmailMessage()
        message["From"] = "Humas <humas@kota.example.id>"
        message["To"] = f"Pembaca {number} <reader{number}@media.example.com>"
        message["Subject"] = headline
        message["Date"] = formatdate(localtime=True)
        message["Message-ID"] = make_msgid(domain="kota.example.id")
        message.set_content("\n\n".join([greeting, *paragraphs]))
        body = "".join(f"<p>{html.escape(part)}</p>\n" for part in [greeting, *paragraphs])
        message.add_alternative(f"<html><body>{body}</body></html>", subtype="html")
        server.send_message(message)
print(f"{time.perf_counter() - began:.6f}")
