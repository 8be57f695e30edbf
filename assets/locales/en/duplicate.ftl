### Duplicates: proposals, merging, taking apart.

nav-duplicates = Duplicates
duplicate-title = Duplicates
duplicate-subtitle =
    { $count ->
        [0] Nothing to decide
        [one] { $count } pair to decide
       *[other] { $count } pairs to decide
    }
duplicate-tab-contacts = Contacts
duplicate-tab-organisations = Organisations
duplicate-tab-apart = Not duplicates
duplicate-tab-merges = Merged
duplicate-tabs = Parts of this room
duplicate-scan = Look for duplicates
duplicate-scan-stop = Stop
duplicate-scan-done =
    { $found ->
        [0] Looked through { $contacts } contacts and { $organisations } organisations: nothing new.
        [one] One new proposal among { $contacts } contacts and { $organisations } organisations.
       *[other] { $found } new proposals among { $contacts } contacts and { $organisations } organisations.
    }
duplicate-scan-stopped = Stopped. What was found so far stays.
duplicate-empty = No duplicates to decide
duplicate-empty-hint = Warta proposes contacts and organisations that may be one. It looks when you add or import somebody; press the button to look through the whole media list now.
duplicate-apart-empty = No pair has been kept apart
duplicate-apart-empty-hint = Pairs that you mark as "not a duplicate" stand here. They are never proposed again.
duplicate-merges-empty = Nothing has been merged
duplicate-merges-empty-hint = Merges stand here and can be taken apart at any time, long after too.
duplicate-compare = Compare and merge
duplicate-apart = Not a duplicate
duplicate-apart-done = Kept apart: they will not be proposed again.
duplicate-propose-again = Propose again
duplicate-proposed-again = Back among the proposals.
duplicate-more = Show more
duplicate-score = { $score } % sure
duplicate-pair = { $one } and { $other }
duplicate-likely =
    { $count ->
        [one] May be there already
       *[other] May be one of these
    }
duplicate-open-existing = Open { $name }
duplicate-reason-same-email = same email
duplicate-reason-same-phone = same number
duplicate-reason-desk-email = same newsroom email
duplicate-reason-desk-phone = same office number
duplicate-reason-same-name = same name
duplicate-reason-turned-round = in another order
duplicate-reason-other-spelling = other spelling
duplicate-reason-typing-slip = typing slip in the name
duplicate-reason-longer-name = one name is longer
duplicate-reason-initials = initials fit
duplicate-reason-nickname = nickname
duplicate-reason-similar-name = similar name
duplicate-reason-one-word = one word of the name
duplicate-reason-other-name = other name
duplicate-reason-same-outlet = same outlet
duplicate-reason-same-city = same city
duplicate-reason-same-address = same address
duplicate-reason-same-website = same website
duplicate-reason-by-hand = decided by hand

merge-title = Compare and merge
merge-intro = Choose what stays. Everything attached to both moves to the one that stays; the merge can be taken apart at any time.
merge-field = Field
merge-stays = Stays
merge-goes = Goes into it
merge-swap = Swap
merge-keep-both = Keep both
merge-only-differences = Only what differs
merge-nothing-differs = All fields are the same.
merge-reaches = Emails and phones first from
merge-attached = Attached to both
merge-attached-kind = What
merge-empty-value = empty
merge-now = Merge
merge-done =
    { $moved ->
        [0] Merged into { $name }.
        [one] Merged into { $name }; one entry moved along.
       *[other] Merged into { $name }; { $moved } entries moved along.
    }
merge-left =
    { $count ->
        [one] One entry stayed where it was: both were in the same distribution.
       *[other] { $count } entries stayed where they were: both were in the same distributions.
    }
merge-list-line = { $absorbed } went into { $survivor }
merge-list-meta = { $at }, { $actor }
merge-apart-again = taken apart
merge-look = Look and take apart
merge-unmerge = Take apart
merge-unmerge-title = Take a merge apart
merge-unmerge-intro = { $absorbed } will be there again with all that came from it. { $survivor } keeps its own.
merge-going-back =
    { $count ->
        [0] Nothing goes back but the record itself.
        [one] One entry goes back.
       *[other] { $count } entries go back.
    }
merge-later = What came later
merge-later-hint = Stays with { $survivor } unless you tick it for { $absorbed }.
merge-later-none = Nothing has come since the merge.
merge-changed-since = Changed since the merge
merge-changed-since-hint = These fields stay as they are now.
merge-unmerged = { $name } is there again.
merge-was-unmerged = This merge was taken apart on { $at }.
merge-table-affiliations = Outlets and positions
merge-table-reaches = Emails and phones
merge-table-labels = Beats, tags and languages
merge-table-memberships = Memberships
merge-table-social_accounts = Social accounts
merge-table-record_files = Files
merge-table-custom_values = Own fields
merge-table-contact_states = States
merge-table-duplicate_flags = Proposals of duplicates
merge-table-organisation_duplicates = Proposals of duplicates
merge-table-recipient_list_members = Recipient lists
merge-table-interactions = Contact history
merge-table-responses = Responses
merge-table-deliveries = Deliveries
merge-table-distribution_exclusions = Left out of distributions
merge-table-follow_ups = Follow-ups and promises
merge-table-recipient_list_exclusions = Left out of lists

nav-review = Review
review-title = To be brought up to date
review-subtitle =
    { $count ->
        [0] Everything is fresh
        [one] { $count } contact wants a look
       *[other] { $count } contacts want a look
    }
review-empty = Nothing wants a look
review-empty-hint = Contacts come here when they write that they have left, when their address bounces, when a card expires, or when nobody has touched them for { $days } days.
review-filter = Reason
review-all = All
review-reason-left = Has left
review-reason-job_change = Another outlet?
review-reason-bounce = Address bounces
review-reason-expired = Expired
review-reason-stale = Untouched
review-line-left = Wrote that they have left: { $detail }
review-line-left-successor = Names { $address } as successor.
review-line-job_change = Wrote from { $address }, which is not among their addresses.
review-line-job_change-outlet = Wrote from { $address }: that is { $outlet }.
review-line-bounce = Mail to { $address } comes back.
review-line-expired-press_card = Press card expires on { $at }.
review-line-expired-ukw = Competence certificate expires on { $at }.
review-line-expired = { $detail } expires on { $at }.
review-line-stale = Last contact { $at }.
review-line-stale-never = Never contacted.
review-verified-on = Last verified { $day }
review-never-verified = Never verified
review-verify = It is right
review-edit = Edit
review-job = Job changed
review-archive = To the bin
review-skip = Skip
review-open-response = Open the mail
review-verified = { $name } is verified.
review-job-done = The change of job of { $name } is noted.
review-job-title = New job of { $name }
review-job-hint = Closes where they work now and opens the new one; the old one stays in the history. Leave the outlet empty when it is not known yet.
review-job-outlet = Now at
review-job-email = New email
review-job-save = Note the change
review-share = { $share } fresh
interaction-job_change = Job change
