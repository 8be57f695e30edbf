//! Files in, plain rows out, and back: spreadsheets, delimited text, Markdown, and the small
//! readers of what stands in their cells (names, phones, addresses). Knows no database.

pub mod archive;
pub mod badges;
pub mod blocks;
pub mod chat_export;
pub mod chat_signs;
pub mod contact_columns;
pub mod csv;
pub mod day;
pub mod fold;
pub mod ics;
pub mod ics_read;
pub mod letterhead;
pub mod markdown;
pub mod name_match;
pub mod number_pattern;
pub mod parts;
pub mod pdf;
pub mod pdf_join;
pub mod person_name;
pub mod phone;
pub mod photo;
pub mod sheet;
pub mod signature;
pub mod table;
pub mod typeset;
pub mod vcard;
pub mod video;
pub mod word;
pub mod workbook;
