### The first start: the office, who is working, the first steps.

setup-title = Welcome to Warta
setup-hint = Fill this in once, it takes less than a minute. All of it can be changed later in the settings.
setup-language = Language
setup-office = Your office
setup-office-example = Communication Office of Example Town
setup-staff = You
setup-finish = Begin
setup-stays-here = All data stays on this computer.
setup-done-title = Warta is ready
setup-done-hint = Where do you want to begin?
setup-import = Import a media list
setup-import-hint = From Excel or CSV; columns and spelling are put right.
setup-mail = Connect the office's mail
setup-mail-hint = To send releases and read the answers.
setup-begin = Go to Warta
setup-demo-first = Look around first with a made-up office
