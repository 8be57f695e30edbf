### The archive of photos and videos.

nav-photos = Photos
photo-count = { $count ->
    [one] 1 photo or video
   *[other] { $count } photos and videos
  }
photo-add = Add photos
photo-add-hint = Drop photos or videos anywhere on this page.
photo-search = Search caption, credit, place, people
photo-empty = No photos yet
photo-empty-hint = Keep photos and videos of events here, with caption, credit and the consent of those to be seen, and use them again in releases.
photo-none-found = No photo matches
photo-show-all = Show all
photo-coming = Keeping { $name }
photo-added = { $count ->
    [one] 1 photo added
   *[other] { $count } photos added
  }
photo-added-some = { $count ->
    [one] 1 photo added, { $left } not
   *[other] { $count } photos added, { $left } not
  }
photo-untitled = No caption
photo-more = Show more
photo-video = Video
photo-video-length = Video, { $length }
photo-still = Choose a picture for it
photo-still-chosen = The picture stands for the video now
photo-details = About this photo
photo-select = Select { $name }
photo-selected = { $count ->
    [one] 1 photo selected
   *[other] { $count } photos selected
  }
photo-clear = Clear selection
photo-say = Say the same of all
photo-say-hint = What is empty stays as it is.
photo-say-done = { $count ->
    [one] 1 photo changed
   *[other] { $count } photos changed
  }

photo-file = File
photo-pixels = Pixels
photo-length = Length
photo-caption = Caption
photo-caption-help = Who does what, where; printed below the photo
photo-credit = Credit
photo-credit-help = The photographer or the office
photo-taken-on = Date
photo-place = Place
photo-people = People to be seen
photo-people-help = One name a line
photo-tags = Keywords
photo-consent = Consent
photo-consent-any = Any consent
photo-consent-unknown = Not known
photo-consent-given = Given
photo-consent-not_needed = Not needed
photo-consent-refused = Refused
photo-consent-note = Note on consent
photo-event = Press event
photo-consent-note-help = Who agreed, when, to what
photo-uses = Used in
photo-uses-none = No release uses it yet.
photo-use = Use in a release
photo-use-choose = Choose a release
photo-use-body = In the text, with caption and credit
photo-use-attachment = As an attachment
photo-used = Photo used in “{ $headline }”
photo-use-none = There is no release yet. Write one first.
photo-from-archive = Take from the photo archive
photo-copy = Save a copy
photo-copy-hint = A copy without place and camera data.
photo-original = Save the original
photo-delete = Delete photo
photo-deleted = { $count ->
    [one] Photo deleted
   *[other] { $count } photos deleted
  }
photo-privacy = What is sent is an upright copy without its place (GPS) and camera data; the original stays on this computer.
photo-credit-line = Photo: { $credit }

photo-damaged = { $file } is no picture that can be read. Open it in another program, save it as JPEG or PNG, and try again.
photo-kind-unknown = { $file } is no photo or video that Warta knows. Use JPEG, PNG, GIF, WebP, MP4 or MOV.
photo-already-there = { $file } is in the archive already: “{ $name }”.
photo-nameless = The file name cannot be empty.
photo-video-in-body = A video cannot be shown in the text. Use it as an attachment.
photo-still-kind = { $file } is no picture that Warta knows. Use JPEG, PNG, GIF or WebP.
photo-still-of-photo = { $file } is a photo: it stands for itself. Only a video takes a picture.

palette-photo-add = Add photos to the archive
command-photo_add = Add a photo
command-photo_save = Change a photo
command-photo_set = Change several photos
command-photo_still = Choose a picture for a video
command-photo_delete = Delete photos
command-photo_export = Save a copy of a photo
command-release_use_photo = Use a photo in a release
table-photos = Photo
column-taken_on = Date of the photo
column-people = People to be seen
column-tags = Keywords
column-consent = Consent
column-consent_note = Note on consent
column-caption = Caption
column-credit = Credit
column-seconds = Length of the video
column-still_sha256 = Picture for the video
column-photo = Photo

cli-help-photo = The archive of photos and videos
cli-help-photo-list = List photos
cli-help-photo-add = Add photos or videos
cli-help-photo-show = Show one photo and the releases that use it
cli-help-photo-edit = Change what is said of a photo
cli-help-photo-use = Use a photo in a release
cli-help-photo-still = Let a picture stand for a video
cli-help-photo-export = Save a copy without place and camera data
cli-arg-photo-list-search = Words of caption, credit, place, people or file name
cli-arg-photo-list-consent = unknown, given, not_needed or refused
cli-arg-photo-list-event = Only of this press event
cli-arg-photo-list-limit = At most so many
cli-arg-photo-add-files = Photos (JPEG, PNG, GIF, WebP) or videos (MP4, MOV)
cli-arg-photo-add-set = A field and its value: caption, credit, taken_on, place, people, tags, consent, consent_note; may be repeated
cli-arg-photo-add-event = ID of the press event at which it was taken
cli-arg-photo-edit-set = A field and its value, such as caption=Text; may be repeated
cli-arg-photo-use-release = ID of the release
cli-arg-photo-use-attach = As an attachment, not in the text
cli-arg-photo-still-id = ID of the video
cli-arg-photo-still-file = A picture (JPEG, PNG, GIF, WebP)
cli-arg-photo-export-original = The original with its camera data
cli-photo-added = { $count ->
    [one] 1 photo added.
   *[other] { $count } photos added.
  }
cli-photo-saved = Photo { $id } changed.
cli-photo-used = Photo { $id } used in “{ $headline }”.
cli-column-caption = Caption
cli-column-credit = Credit
cli-column-taken = Date
cli-column-consent = Consent
