//! Which column of the record a field of an import is.

use crate::contact::Contact;
use crate::field;
use crate::format::contact_columns::Field;
use crate::organisation::Organisation;

/// The column of a contact that holds one text of this field.
pub fn of_contact(contact: &mut Contact, field: Field) -> Option<&mut String> {
    Some(match field {
        Field::NamePrefix => &mut contact.name_prefix,
        Field::NameSuffix => &mut contact.name_suffix,
        Field::Nickname => &mut contact.nickname,
        Field::SalutationFormal => &mut contact.salutation_formal,
        Field::SalutationFamiliar => &mut contact.salutation_familiar,
        Field::City => &mut contact.city,
        Field::Notes => &mut contact.notes,
        Field::Birthday => &mut contact.birthday,
        Field::Address => &mut contact.address,
        Field::PostalCode => &mut contact.postal_code,
        Field::Country => &mut contact.country,
        Field::Website => &mut contact.website,
        Field::PressCardNumber => &mut contact.press_card_number,
        Field::PressCardExpiresOn => &mut contact.press_card_expires_on,
        Field::UkwLevel => &mut contact.ukw_level,
        Field::UkwNumber => &mut contact.ukw_number,
        Field::UkwExpiresOn => &mut contact.ukw_expires_on,
        Field::PreferredChannel => &mut contact.preferred_channel,
        Field::PreferredHours => &mut contact.preferred_hours,
        Field::PitchNotes => &mut contact.pitch_notes,
        Field::NoEmbargo => &mut contact.no_embargo,
        Field::MailForm => &mut contact.mail_form,
        Field::SourceRank => &mut contact.source_rank,
        Field::SourceReachability => &mut contact.source_reachability,
        Field::SourceClearance => &mut contact.source_clearance,
        Field::SourceLevel => &mut contact.source_level,
        Field::SourceShortNotice => &mut contact.source_short_notice,
        Field::SourceClearedFor => &mut contact.source_cleared_for,
        Field::SourceClearedBy => &mut contact.source_cleared_by,
        Field::SourceClearedUntil => &mut contact.source_cleared_until,
        Field::ClothingSize => &mut contact.clothing_size,
        Field::Diet => &mut contact.diet,
        Field::LawfulBasis => &mut contact.lawful_basis,
        Field::DataSource => &mut contact.data_source,
        Field::DataDate => &mut contact.data_date,
        Field::VerifiedOn => &mut contact.verified_on,
        _ => return None,
    })
}

/// Sets a column of a new contact.
pub fn set_contact(contact: &mut Contact, field: Field, value: &str) {
    if let Some(column) = of_contact(contact, field) {
        value.clone_into(column);
    }
    keep_in_step(contact);
}

/// What is derived from a column.
pub fn keep_in_step(contact: &mut Contact) {
    contact.birthday_key = field::birthday_key(&contact.birthday).unwrap_or_default();
}

/// The column of an organisation that holds one text of this field.
pub fn of_outlet(outlet: &mut Organisation, field: Field) -> Option<&mut String> {
    Some(match field {
        Field::OutletType => &mut outlet.media_type,
        Field::OutletScale => &mut outlet.scale,
        Field::OutletCompany => &mut outlet.company,
        Field::OutletWebsite => &mut outlet.website,
        Field::OutletAddress => &mut outlet.address,
        Field::OutletKind => &mut outlet.kind,
        Field::OutletShortName => &mut outlet.short_name,
        Field::OutletCity => &mut outlet.city,
        Field::OutletRegion => &mut outlet.region,
        Field::OutletPostalCode => &mut outlet.postal_code,
        Field::OutletCountry => &mut outlet.country,
        Field::OutletRss => &mut outlet.rss,
        Field::OutletFrequency => &mut outlet.frequency,
        Field::OutletDeadlines => &mut outlet.deadlines,
        Field::OutletReachUnit => &mut outlet.reach_unit,
        Field::OutletReachSource => &mut outlet.reach_source,
        Field::OutletReachOn => &mut outlet.reach_on,
        Field::OutletPressCouncilLevel => &mut outlet.press_council_level,
        Field::OutletPressCouncilNumber => &mut outlet.press_council_number,
        Field::OutletPressCouncilOn => &mut outlet.press_council_on,
        Field::OutletTier => &mut outlet.tier,
        Field::OutletDataSource => &mut outlet.data_source,
        Field::OutletVerifiedOn => &mut outlet.verified_on,
        Field::OutletNotes => &mut outlet.notes,
        _ => return None,
    })
}

/// Sets a column of a new organisation.
pub fn set_outlet(outlet: &mut Organisation, field: Field, value: &str) {
    if field == Field::OutletReachValue {
        outlet.reach_value = value.parse().unwrap_or(0);
    } else if let Some(column) = of_outlet(outlet, field) {
        value.clone_into(column);
    }
}
