# What single recipients get with a release
enclosures = For single people
enclosures-hint = Letters of assignment, certificates, links: each goes to one person only, with the release.
enclosures-add = Add files for single people
enclosures-add-link = Link for one person
enclosures-none = Nobody gets anything of their own.
enclosure-for = For { $name }
enclosure-remove = Remove { $what } for { $name }
enclosure-removed = { $name } no longer gets { $what }
enclosure-dialog = Who gets which file?
enclosure-dialog-hint = Warta looks for names of the media list in the names of the files. Check each one: a wrong file in a mail cannot be called back.
enclosure-who = Who gets it
enclosure-leave-out = Leave out { $file }
enclosure-one-of = More than one name fits: { $names }
enclosure-nobody-fits = No name of the media list fits.
enclosure-take = { $count ->
    [one] Add { $count } file
   *[other] Add { $count } files
}
enclosure-link-dialog = A link for one person
enclosure-link = Address of the link
enclosure-link-hint = It stands where the covering mail says {"{{own_link}}"}.
enclosure-link-take = Add link
release-merge-own-link = Own link
enclosures-sum = { $count ->
    [one] { $count } person gets something of their own
   *[other] { $count } people get something of their own
}
enclosure-hand-over = To hand over: { $what }
enclosure-nobody = Choose who gets the file { $file }.
enclosure-whose = No name of the media list stands in the name of the file { $file }. Say who gets it.
enclosure-whose-of-these = The name of the file { $file } fits several people: { $names }. Say who gets it.
distribution-problem-enclosure-by-hand =
    { $count ->
        [one] There is a file or a link for { $names }, who gets no mail. Hand it over yourself.
       *[other] There are files or links for { $count } people who get no mail: { $names }. Hand them over yourself.
    }
distribution-problem-enclosure-absent =
    { $count ->
        [one] There is a file or a link for { $names }, who does not get this release.
       *[other] There are files or links for { $count } people who do not get this release: { $names }.
    }
follow-up-of-event = This mail went to guests of an event. Those who have not answered are reminded there.
release-sample-own-link = https://example.id/untuk-anda
cli-help-release-enclose = Give files or a link to single recipients of a press release; without a file, list them
cli-arg-release-enclose-files = Files; without --to, who gets them is read from their names
cli-arg-release-enclose-link = A link instead of files, for {"{{own_link}}"} in the covering mail
cli-arg-release-enclose-remove = Take these away, by their number
cli-enclosure = { $id }  { $name }: { $what }
cli-enclosures-none = Nobody gets anything of their own with this press release.
cli-enclosure-unknown = Press release { $release } has nothing for single people with the number { $id }. List it with warta release enclose { $release }.
table-enclosures = For single people
merge-table-enclosures = Files and links with releases
command-release_enclose = Add for single people
command-release_enclosure_delete = Remove for single people
