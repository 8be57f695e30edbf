### Community programmes: digital volunteers, content makers, KIM; posts and their reach.

nav-programmes = Programmes
programme-new = New programme
programme-add = Add programme
programme-added = Programme { $name } added
programme-search = Search programmes
programme-count =
    { $count ->
        [0] No programmes yet
        [one] { $count } programme
       *[other] { $count } programmes
    }
programme-empty = No community programmes yet
programme-empty-hint = Keep digital volunteers, content makers and information groups here: who takes part, what message they carry, and how far their posts reach.
programme-deleted =
    { $count ->
        [one] { $count } programme deleted
       *[other] { $count } programmes deleted
    }
programme-deleted-one = { $name } deleted
programme = Programme
programme-name = Name of the programme
programme-kind = Kind
programme-kind-digital_volunteers = Digital volunteers
programme-kind-content_makers = Content makers
programme-kind-information_groups = Information groups (KIM)
programme-kind-community = Community
programme-kind-other = Other
programme-state = State
programme-state-planned = Planned
programme-state-running = Running
programme-state-done = Done
programme-organisation = Run by
programme-organisation-own = This office
programme-brief = Brief
programme-brief-hint = What it is for, what is expected of members, and its limits.
programme-message = Main message
programme-hashtags = Hashtags
programme-started-on = Starts
programme-ended-on = Ends
programme-period = Period
programme-about = Brief
programme-members = Members
programme-members-empty = No members yet. Add contacts or communities.
programme-member-add = Add member
programme-member-who = Name of a contact or community
programme-member-role = Role
programme-member-edit = Edit membership of { $name }
programme-member-removed = { $name } removed from the programme
programme-member-joined = { $name } takes part
programme-member-there = { $name } takes part already
programme-member-count =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
programme-posts = Posts
programme-posts-empty = No posts yet
programme-posts-empty-hint = Press L, then paste the address.
programme-posts-of = Programme posts
programme-post = Post
programme-post-log = Log a post
programme-post-logged = Post by { $name } logged
programme-post-logged-unknown = Post logged; who posted it is not known yet
programme-post-edit = Edit post
programme-post-open = Open post
programme-post-deleted =
    { $count ->
        [one] { $count } post deleted
       *[other] { $count } posts deleted
    }
programme-post-who = Posted by
programme-post-who-unknown = Not known yet
programme-post-who-hint = Leave empty where the address tells the account.
programme-post-url = Address of the post
programme-post-url-hint = One address that you paste is logged at once. Several lines of "address, views" work too.
programme-post-platform = Platform
programme-post-theme = Theme
programme-post-on = Posted on
programme-post-more = More
programme-unknown-posts =
    { $count ->
        [one] Who made { $count } post is not known
       *[other] Who made { $count } posts is not known
    }
programme-reach = Reach
programme-reading = Reading
programme-readings = Readings
programme-readings-none = Its reach has not been read yet.
programme-reading-add = Log reach
programme-reading-logged = Reach on { $day } logged
programme-reading-removed = Reading deleted
programme-reading-remove = Delete the reading of { $day }
programme-read-on = Read on
programme-views = Views
programme-likes = Likes
programme-comments = Comments
programme-shares = Shares
programme-views-count =
    { $count ->
        [one] { $shown } view
       *[other] { $shown } views
    }
programme-themes = By theme
programme-platforms = By platform
programme-totals = In all
programme-last-post = Last post
programme-log-kinds = How to log
programme-paste = Paste several lines
programme-paste-lines = One post a line
programme-paste-hint = The address, then views, likes, comments, shares. Commas, semicolons or tabs between them; 12.5k and 1.2m are understood. Days and names of members are too.
programme-paste-run =
    { $count ->
        [one] Log { $count } line
       *[other] Log { $count } lines
    }
programme-paste-done =
    { $posts ->
        [one] { $posts } post
       *[other] { $posts } posts
    } and { $readings ->
        [one] { $readings } reading
       *[other] { $readings } readings
    } logged
programme-paste-preview = What will be logged
programme-paste-post = New post
programme-paste-reading = New reading
programme-paste-same = There already
programme-paste-rejected = Rejected
programme-paste-line = Line { $line }
programme-export-xlsx = Export posts to Excel
programme-export-csv = Export posts to CSV
programme-column-programme = Programme
programme-column-member = Posted by
programme-column-platform = Platform
programme-column-account = Account
programme-column-url = Address
programme-column-posted-on = Posted on
programme-column-theme = Theme
programme-column-views = Views
programme-column-likes = Likes
programme-column-comments = Comments
programme-column-shares = Shares
programme-column-read-on = Read on

programme-name-missing = Give the programme a name.
programme-name-twice = There is a programme named "{ $name }" already. Choose another name, or open that one.
programme-unknown = There is no programme "{ $name }". See "warta programme list".
programme-member-twice = This member takes part already without a last day. Enter the last day.
programme-post-unknown = There is no post "{ $value }". Name it by its number or its address as in the list of posts.
programme-post-several = Several posts have the address { $value }: numbers { $ids }. Name one by its number.
programme-post-nothing = Enter the address of the post, or choose its platform where it has none.
programme-post-no-address = "{ $value }" is not a web address. Copy the address of the post from the browser or the app.
programme-post-twice = The post { $value } is in this programme already (of { $day }). Log its new reach there.
programme-read-before-posted = Reach cannot be read on { $day }: the post is of { $posted }. Check the day.
programme-reading-empty = Enter at least one number.
programme-paste-empty = There are no lines to log.
programme-paste-no-address = There is no web address in this line: "{ $value }".
programme-paste-cell = "{ $value }" is not a number, a day or the name of a member.
programme-paste-too-many = There are { $value } numbers; at most four: views, likes, comments, shares.
programme-paste-twice = The address is the same as in line { $value }.

field-programmes = Community programmes
table-programmes = Community programme
table-programme_members = Programme member
table-programme_posts = Post
table-post_readings = Reading of reach
merge-table-programmes = Community programmes
merge-table-programme_members = Programme memberships
merge-table-programme_posts = Posts
column-brief = Brief
column-message = Main message
column-hashtags = Hashtags
column-programme = Programme
column-posted_on = Posted on
column-theme = Theme
column-post = Post
column-read_on = Read on
column-views = Views
column-likes = Likes
column-comments = Comments
column-shares = Shares
column-social_account = Social account
command-programme_save = Save programme
command-programme_delete = Delete programme
command-programme_join = Add programme members
command-programme_member_save = Change programme membership
command-programme_member_delete = Remove from programme
command-post_log = Log post
command-post_save = Change post
command-post_delete = Delete post
command-post_paste = Paste posts
command-post_reading_save = Log reach
command-post_reading_delete = Delete reading

cli-help-programme = Community programmes: members, posts, reach
cli-help-programme-new = Make a programme
cli-help-programme-edit = Change a programme
cli-help-programme-list = List programmes with their totals
cli-help-programme-show = Show one with its members and their reach
cli-help-programme-join = Add contacts or communities to a programme
cli-help-programme-leave = End somebody's part in it
cli-help-programme-post = Log a post; who and where are read from its address
cli-help-programme-reach = Log the reach of a post
cli-help-programme-paste = Log many lines of "address, views" at once
cli-help-programme-posts = List posts
cli-help-programme-export = Write the posts to CSV or Excel
cli-help-programme-delete = Put a programme into the bin
cli-help-programme-restore = Take a programme out of the bin
cli-arg-programme-new-kind = digital_volunteers, content_makers, information_groups, community or other
cli-arg-programme-edit-kind = digital_volunteers, content_makers, information_groups, community or other
cli-arg-programme-list-kind = Of one kind only
cli-arg-programme-new-state = planned, running or done
cli-arg-programme-edit-state = planned, running or done
cli-arg-programme-list-state = In one state only
cli-arg-programme-new-organisation = Who runs it; without it = the office itself
cli-arg-programme-edit-organisation = Who runs it; empty = the office itself
cli-arg-brief = Brief
cli-arg-message = Main message
cli-arg-hashtags = Hashtags
cli-arg-programme-new-from = First day
cli-arg-programme-edit-from = First day
cli-arg-programme-new-until = Last day
cli-arg-programme-edit-until = Last day
cli-arg-programme-join-from = Takes part since
cli-arg-programme-edit-name = New name
cli-arg-programme-edit-which = Programme: id or name
cli-arg-programme-show-which = Programme: id or name
cli-arg-programme-join-which = Programme: id or name
cli-arg-programme-leave-which = Programme: id or name
cli-arg-programme-post-which = Programme: id or name
cli-arg-programme-paste-which = Programme: id or name
cli-arg-programme-posts-which = Programme: id or name; without it = all
cli-arg-programme-export-which = Programme: id or name
cli-arg-programme-delete-which = Programme: id or name
cli-arg-programme-list-who = In which this contact takes part
cli-arg-programme-post-who = Who posted; without it read from the address
cli-arg-programme-posts-who = Only by this contact
cli-arg-community = Community: id, name or abbreviation
cli-arg-role = Role, such as Coordinator
cli-arg-programme-leave-on = The last day; without it = today
cli-arg-url = Web address
cli-arg-platform = instagram, tiktok, youtube, facebook, x, threads, linkedin, telegram, whatsapp_channel, podcast, blog or other
cli-arg-programme-post-on = Day of the post; without it = today
cli-arg-programme-reach-on = Day of the reading; without it = today
cli-arg-programme-paste-on = Day of new posts; without it = today
cli-arg-theme = Theme
cli-arg-views = Views
cli-arg-likes = Likes
cli-arg-comments = Comments
cli-arg-shares = Shares
cli-arg-post = Post: id or address
cli-arg-programme-paste-file = Text file; - = standard input
cli-arg-programme-paste-dry-run = Only show what would be logged
cli-programme-saved = Programme { $name } saved (id { $id }).
cli-programme-nothing = Say what to change, such as --state done.
cli-programme-joined =
    { $count ->
        [0] All take part already.
        [one] { $count } member added.
       *[other] { $count } members added.
    }
cli-programme-left = { $name } takes part until { $day }.
cli-programme-no-member = They do not take part in this programme.
cli-programme-total = In all
cli-post-logged = Post { $id } by { $name } logged.
cli-post-unknown = Post { $id } logged; who posted it is not known yet. { $name }
cli-reading-logged = Reach of post { $id } on { $day } logged.
cli-pasted =
    { $posts ->
        [one] { $posts } new post
       *[other] { $posts } new posts
    }, { $readings ->
        [one] { $readings } reading
       *[other] { $readings } readings
    }, { $rejected } rejected.
cli-paste-rejected = Line { $line }: { $reason }
cli-column-posts = Posts
cli-column-views = Views
cli-column-likes = Likes
cli-column-comments = Comments
cli-column-shares = Shares
cli-column-organisation = Run by
cli-column-brief = Brief
cli-column-message = Main message
cli-column-hashtags = Hashtags
cli-column-role = Role
cli-column-day = Day
cli-column-platform = Platform
cli-column-theme = Theme
cli-column-read-on = Read on
cli-column-url = Address
