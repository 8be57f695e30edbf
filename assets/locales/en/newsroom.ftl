### Newsrooms: an outlet's own address as a recipient.

release-newsroom-name = Newsroom of { $name }
release-newsroom-greeting = Dear newsroom of { $name }
release-newsroom-position = newsroom
distribution-newsroom-unknown = There is no outlet number { $id } any more. Take it out of the audience.
newsrooms = Newsrooms
newsrooms-choose = Choose outlets
newsroom-of = Newsroom of { $name }
newsroom-help = One message to the outlet's own address, without a personal greeting
cli-newsroom = newsroom
cli-arg-newsroom = Outlets whose newsrooms get it at their own addresses: name or id
