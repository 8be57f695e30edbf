### One release in two languages: the version in the other one.

translation-versions = Languages of this release
translation-add-id = Add an Indonesian version
translation-add-en = Add an English version
translation-add-hint = Optional. Every contact then gets the version of their language; number, files and approval are shared.
translation-added-id = An Indonesian version was begun
translation-added-en = An English version was begun
translation-show-id = Indonesian
translation-show-en = English
translation-main = main text
translation-remove-id = Remove the Indonesian version
translation-remove-en = Remove the English version
translation-removed-id = The Indonesian version was removed
translation-removed-en = The English version was removed
translation-complete-id = The Indonesian version is complete.
translation-complete-en = The English version is complete.
translation-gaps-id = { $count ->
    [one] One thing is missing in the Indonesian version:
   *[other] { $count } things are missing in the Indonesian version:
  }
translation-gaps-en = { $count ->
    [one] One thing is missing in the English version:
   *[other] { $count } things are missing in the English version:
  }
translation-gap-empty = { $field } is empty
translation-gap-same = { $field } is not translated yet
translation-gap-images = { $field } shows fewer images
translation-copy-body = Copy the main text to translate it
translation-read-id = Read the Indonesian text from a file…
translation-read-en = Read the English text from a file…
translation-read-done-id = Indonesian text read from the file
translation-read-done-en = English text read from the file
translation-copied-body = The text was copied; write the translation over it
translation-copy-images = Add the missing images
translation-approve-what = The text as it is now is approved in both languages and kept as a version.
palette-release-other-language = Add or open the version in the other language
translation-shared = Number, place, date, files and approval are those of the main text.
translation-language-fixed = Remove the other version to change the language of this one.
translation-in-language = { $field } ({ $language ->
    [en] English
   *[id] Indonesian
  })
translation-also = Also in { $language ->
    [en] English
   *[id] Indonesian
  }

# Who gets which
translation-preview-language = Language
translation-preview-auto = As this person gets it
translation-people = { $language ->
    [en] English version: { $count ->
      [one] 1 recipient
     *[other] { $count } recipients
    }
   *[id] Indonesian version: { $count ->
      [one] 1 recipient
     *[other] { $count } recipients
    }
  }
translation-counts = Languages
translation-problem-gaps = { $count ->
    [one] One thing is still missing or not translated. The editor shows what.
   *[other] { $count } things are still missing or not translated. The editor shows what.
  }
translation-remark = { $language ->
    [en] English version
   *[id] Indonesian version
  }: { $remark }

# Errors
release-translated-already = This release is already in two languages.
release-not-in-language = “{ $headline }” is not written in { $language ->
    [en] English. Add an English version first.
   *[id] Indonesian. Add an Indonesian version first.
  }
release-language-taken = { $language ->
    [en] The release has an English version. Remove it first to make English the main language.
   *[id] The release has an Indonesian version. Remove it first to make Indonesian the main language.
  }
release-translation-no-headline = { $language ->
    [en] The English version has no headline yet. Complete it, or remove it; then approve both.
   *[id] The Indonesian version has no headline yet. Complete it, or remove it; then approve both.
  }

# On the command line
cli-arg-release-edit-text-language = Write the text in this language, id or en; the other one is added where there is none
cli-help-release-import = Read a Markdown, text or Word file as a new release, or into one that there is
cli-arg-release-import-file = The file
cli-arg-release-import-into = The release whose text it is
cli-arg-release-import-text-language = The file is in this language, id or en; the version in the other language is begun where there is none
cli-arg-release-edit-remove = Take the version in that language away
cli-arg-release-show-text-language = The text in this language, id or en
cli-arg-release-export-text-language = The text in this language, id or en
cli-release-gaps = Still missing: { $fields }
cli-release-translated = Also written in { $language }.
cli-release-translated-gaps = Also written in { $language }. Still missing there: { $fields }

# History
command-release_translate = Add a release in the other language
command-release_translation_save = Write a release in the other language
command-release_translation_delete = Remove a release in the other language
table-release_translations = Version in the other language
