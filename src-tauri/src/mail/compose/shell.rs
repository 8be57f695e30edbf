//! The look of a release in a mail program: one table of 600 pixels, every style inline, since
//! mail programs know neither style sheets nor flexible boxes.

use super::merge::push_escaped;

/// Gmail hides what stands beyond this many bytes of HTML behind a link.
pub const CLIPPED_ABOVE: usize = 102 * 1024;

/// What a release mail shows, from top to bottom. All fields but `body_html` are plain text and
/// may hold merge fields; what is empty is left out, heading included.
#[derive(Debug, Clone, Default)]
pub struct MailParts<'a> {
    /// `id` or `en`.
    pub language: &'a str,
    /// Title of the document; the subject.
    pub title: &'a str,
    /// The covering mail's paragraphs, greeting and closing among them.
    pub covering: &'a [String],
    /// Name of the office.
    pub office: &'a str,
    /// Second line under the office's name: unit, city.
    pub office_line: &'a str,
    /// Content-ID of the office's emblem among the inline images.
    pub emblem_cid: Option<&'a str>,
    /// The line above the headline: kind and number, embargo.
    pub kicker: &'a str,
    /// Headline of the release.
    pub headline: &'a str,
    /// Place and date before the text.
    pub date_line: &'a str,
    /// The lead paragraph.
    pub lead: &'a str,
    /// The body, as sanitised HTML.
    pub body_html: &'a str,
    /// What was left out of this mail, and how to ask for it.
    pub files_note: Option<&'a FilesNote>,
    /// Heading above the boilerplate.
    pub boilerplate_heading: &'a str,
    /// The standing paragraph about the office.
    pub boilerplate: &'a str,
    /// Heading above the press contact.
    pub press_contact_heading: &'a str,
    /// The press contact, one entry a line.
    pub press_contact: &'a [String],
    /// The footer: why one gets this mail, and how to opt out.
    pub footer: &'a str,
}

/// A note on files that a mail does not bring. `link` is a whole address with its merge fields, all
/// else plain text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilesNote {
    /// What it is about.
    pub heading: String,
    /// The files, one each.
    pub names: Vec<String>,
    /// How to ask for them.
    pub ask: String,
    /// What the link says.
    pub link_text: String,
    /// `mailto:…`.
    pub link: String,
}

impl FilesNote {
    /// As plain text.
    pub fn plain(&self) -> String {
        let names: Vec<String> = self.names.iter().map(|name| format!("- {name}")).collect();
        let link = format!("{}: {}", self.link_text, self.link);
        [self.heading.clone(), names.join("\n"), self.ask.clone(), link].join("\n")
    }
}

const FONT: &str = "font-family:Arial,Helvetica,sans-serif;";

/// The whole HTML document of a release mail.
pub fn html_mail(parts: &MailParts<'_>) -> String {
    let mut out = String::with_capacity(parts.body_html.len() + 6 * 1024);
    out.push_str("<!DOCTYPE html>\n<html lang=\"");
    push_escaped(&mut out, parts.language);
    out.push_str(
        "\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"supported-color-schemes\" content=\"light dark\">\n\
         <meta name=\"x-apple-disable-message-reformatting\">\n<title>",
    );
    push_escaped(&mut out, parts.title);
    out.push_str(
        "</title>\n</head>\n<body style=\"margin:0;padding:0\">\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr>\
         <td align=\"center\" style=\"padding:16px 8px\">\n\
         <table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
         style=\"width:100%;max-width:600px\">\n",
    );
    if !parts.covering.is_empty() {
        open_row(&mut out, "padding:0 0 16px;font-size:15px;line-height:1.55");
        for text in parts.covering {
            paragraph(&mut out, "margin:0 0 12px", text);
        }
        close_row(&mut out);
    }
    office_row(&mut out, parts);
    if !(parts.kicker.is_empty() && parts.headline.is_empty()) {
        open_row(&mut out, "padding:16px 0 4px");
        if !parts.kicker.is_empty() {
            let style =
                "margin:0 0 6px;font-size:12px;letter-spacing:.04em;text-transform:uppercase";
            paragraph(&mut out, style, parts.kicker);
        }
        if !parts.headline.is_empty() {
            out.push_str(
                "<h1 style=\"margin:0;font-size:24px;line-height:1.25;font-weight:bold\">",
            );
            push_escaped(&mut out, parts.headline);
            out.push_str("</h1>\n");
        }
        close_row(&mut out);
    }
    open_row(&mut out, "padding:8px 0 16px;font-size:15px;line-height:1.6");
    if !(parts.lead.is_empty() && parts.date_line.is_empty()) {
        out.push_str("<p style=\"margin:0 0 12px\">");
        if !parts.date_line.is_empty() {
            out.push_str("<strong>");
            push_escaped(&mut out, parts.date_line);
            out.push_str("</strong>");
            if !parts.lead.is_empty() {
                out.push_str(" &ndash; ");
            }
        }
        push_escaped(&mut out, parts.lead);
        out.push_str("</p>\n");
    }
    out.push_str(parts.body_html);
    close_row(&mut out);
    if let Some(note) = parts.files_note {
        files_row(&mut out, note);
    }
    small_section(&mut out, parts.boilerplate_heading, &[parts.boilerplate.to_owned()]);
    small_section(&mut out, parts.press_contact_heading, parts.press_contact);
    if !parts.footer.is_empty() {
        open_row(
            &mut out,
            "padding:12px 0 0;border-top:1px solid #8a8f98;font-size:12px;line-height:1.5",
        );
        paragraph(&mut out, "margin:0", parts.footer);
        close_row(&mut out);
    }
    out.push_str("</table>\n</td></tr></table>\n</body>\n</html>\n");
    out
}

fn office_row(out: &mut String, parts: &MailParts<'_>) {
    if parts.office.is_empty() && parts.emblem_cid.is_none() {
        return;
    }
    open_row(out, "padding:12px 0;border-top:3px solid #1f5fa8;border-bottom:1px solid #8a8f98");
    out.push_str(
        "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr>",
    );
    if let Some(cid) = parts.emblem_cid {
        out.push_str("<td style=\"padding:0 12px 0 0\"><img src=\"cid:");
        push_escaped(out, cid);
        out.push_str(
            "\" alt=\"\" height=\"48\" style=\"display:block;height:48px;border:0\"></td>",
        );
    }
    out.push_str("<td style=\"");
    out.push_str(FONT);
    out.push_str("\"><strong style=\"font-size:16px\">");
    push_escaped(out, parts.office);
    out.push_str("</strong>");
    if !parts.office_line.is_empty() {
        out.push_str("<br><span style=\"font-size:13px\">");
        push_escaped(out, parts.office_line);
        out.push_str("</span>");
    }
    out.push_str("</td></tr></table>\n");
    close_row(out);
}

fn files_row(out: &mut String, note: &FilesNote) {
    open_row(out, "padding:12px;border:1px solid #8a8f98;font-size:13px;line-height:1.5");
    out.push_str("<strong>");
    push_escaped(out, &note.heading);
    out.push_str("</strong>");
    for name in &note.names {
        out.push_str("<br>\n");
        push_escaped(out, name);
    }
    out.push_str("<br>\n");
    push_escaped(out, &note.ask);
    out.push_str("<br>\n<a href=\"");
    push_escaped(out, &note.link);
    out.push_str("\">");
    push_escaped(out, &note.link_text);
    out.push_str("</a>");
    close_row(out);
}

fn small_section(out: &mut String, heading: &str, lines: &[String]) {
    if lines.iter().all(|line| line.trim().is_empty()) {
        return;
    }
    open_row(out, "padding:8px 0;font-size:13px;line-height:1.5");
    if !heading.is_empty() {
        out.push_str("<strong>");
        push_escaped(out, heading);
        out.push_str("</strong><br>\n");
    }
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            out.push_str("<br>\n");
        }
        push_escaped(out, line);
    }
    close_row(out);
}

fn open_row(out: &mut String, style: &str) {
    out.push_str("<tr><td style=\"");
    out.push_str(FONT);
    out.push_str(style);
    out.push_str("\">\n");
}

fn close_row(out: &mut String) {
    out.push_str("\n</td></tr>\n");
}

fn paragraph(out: &mut String, style: &str, text: &str) {
    out.push_str("<p style=\"");
    out.push_str(style);
    out.push_str("\">");
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            out.push_str("<br>\n");
        }
        push_escaped(out, line);
    }
    out.push_str("</p>\n");
}
