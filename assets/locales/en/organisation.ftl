### Organisations: outlets, associations, communities, government units.

organisation = Organisation
organisation-name = Name
organisation-kind = Kind
organisation-media-type = Type of outlet
organisation-scale = Scale
organisation-company = Company
organisation-website = Website
organisation-address = Address
organisation-masthead = Masthead
organisation-people = People
organisation-nobody = No contacts here yet.

# Kinds of organisations
organisation-kind-outlet = Outlet
organisation-kind-journalists_association = Journalists' association
organisation-kind-outlets_association = Outlets' association
organisation-kind-community = Community
organisation-kind-government_unit = Government unit
organisation-kind-agency = Agency
organisation-kind-campus = Campus
organisation-kind-company = Company

# Types of outlets
media-type-newspaper = Newspaper
media-type-online = Online
media-type-tv = TV
media-type-radio = Radio
media-type-agency = News agency
media-type-magazine = Magazine
media-type-community = Community media
media-type-social = Social media

# Scales
scale-local = Local
scale-regional = Regional
scale-national = National
scale-international = International

# Outlets
outlet-search = Search outlet, city or website
outlet-count = { $count ->
    [one] { $count } outlet
   *[other] { $count } outlets
}
outlet-add = Add outlet
outlet-new = New outlet
outlet-empty = No outlets yet
outlet-empty-hint = Newspapers, TV, radio, online media. Importing a contact list adds its outlets too.

# Other organisations
organisation-search = Search organisation or city
organisation-count = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
organisation-add = Add organisation
organisation-new = New organisation
organisation-added = { $name } added
organisation-deleted = { $count ->
    [one] { $count } organisation deleted
   *[other] { $count } organisations deleted
}
organisation-empty = No organisations yet
organisation-empty-hint = Journalists' associations, communities, government units, campuses: everyone who is not an outlet.
