### The end of a distribution, and closing while mail is leaving.

distribution-notice-done = Sent: { $accepted } delivered to the mail server, { $failed } failed or uncertain.
distribution-notice-paused = Sending has stopped. { $why }
closing-title = Mail is still leaving
closing-text = { $count ->
    [one] One mail has not left yet. Warta can go on in the background and close by itself once it has left.
   *[other] { $count } mails have not left yet. Warta can go on in the background and close by itself once they have left.
}
closing-stop-help = If you stop, nothing is lost: the rest leaves when Warta is opened again.
closing-tray-text = { $count ->
    [one] One mail has not left yet. Warta can go on without its window: an icon in the tray, beside the clock, opens it again, pauses the sending or quits. Once everything has left, Warta says so and ends by itself.
   *[other] { $count } mails have not left yet. Warta can go on without its window: an icon in the tray, beside the clock, opens it again, pauses the sending or quits. Once everything has left, Warta says so and ends by itself.
}
closing-tray-from-now = From now on the window closes without asking. It can be changed under Settings, Sending.
closing-tray-keep = Close the window and keep sending
closing-keep = Keep sending
closing-stop = Stop and close
closing-cancel = Do not close
frame-quit = Close Warta
tray-open = Open Warta
tray-pause = Pause sending
tray-resume = Resume sending
tray-quit = Quit Warta
tray-line-sending = { $count ->
    [one] Sending: one mail to go
   *[other] Sending: { $count } mails to go
}
tray-line-paused = Sending is paused
tray-line-waiting = Waiting for the next try
tray-line-stopped = Sending has stopped: open Warta
settings-closing = When the window is closed while mail is leaving
settings-closing-help = Where the desktop has no tray, Warta always asks.
settings-closing-tray = Go on in the tray
settings-closing-ask = Ask each time
