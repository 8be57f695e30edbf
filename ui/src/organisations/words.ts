// The words that organisations are sorted by, in the order in which screens offer them.
export const ORGANISATION_KINDS = [
  "outlet",
  "journalists_association",
  "outlets_association",
  "community",
  "government_unit",
  "agency",
  "campus",
  "company",
];
export const MEDIA_TYPES = [
  "newspaper",
  "online",
  "tv",
  "radio",
  "agency",
  "magazine",
  "community",
  "social",
];
export const SCALES = ["local", "regional", "national", "international"];
