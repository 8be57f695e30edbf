### Demo data: a made-up office to look around in.

demo-title = Demo data
demo-offer = Look around with demo data
demo-offer-hint = A made-up office with outlets, contacts, press releases and responses. Kept in a folder of its own; nothing is sent.
demo-filling = Preparing the demo office…
phase-demo-people = Writing contacts and outlets
phase-demo-releases = Writing press releases
phase-demo-sending = Sending to the outbox folder
phase-demo-responses = Reading responses
command-demo_fill = Fill in demo data
demo-leave = Back to my office
