### The end of a distribution, and closing while mail is leaving.

distribution-notice-done = Sent: { $accepted } delivered to the mail server, { $failed } failed or uncertain.
distribution-notice-paused = Sending has stopped. { $why }
closing-title = Mail is still leaving
closing-text = { $count ->
    [one] One mail has not left yet. Warta can go on in the background and close by itself once it has left.
   *[other] { $count } mails have not left yet. Warta can go on in the background and close by itself once they have left.
}
closing-stop-help = If you stop, nothing is lost: the rest leaves when Warta is opened again.
closing-keep = Keep sending
closing-stop = Stop and close
closing-cancel = Do not close
frame-quit = Close Warta
