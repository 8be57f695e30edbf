### Tours: stops, cars, rooms, names for tickets.

tour-stops = Stops
tour-vehicles = Cars and buses
tour-rooms = Rooms
tour-travellers = Travellers
tour-sums = What to provide
tour-stop-new = Add a stop
tour-vehicle-new = Add a vehicle
tour-room-new = Add a room
tour-none-stops = No stops yet.
tour-none-vehicles = No vehicles yet.
tour-none-rooms = No rooms yet.
tour-none-travellers = Nobody travels yet. Add guests first.
tour-edit = Edit { $name }
tour-remove = Delete { $name }
tour-saved = Saved: { $name }
tour-removed = { $name } is in the bin
tour-problems = { $count ->
    [one] 1 thing does not fit
   *[other] { $count } things do not fit
}
tour-diets = Diets and meals
tour-sizes = Clothing sizes
tour-not-said = not said
tour-freeze = Freeze names for tickets
tour-unfreeze = Open names again
tour-frozen = Names are frozen since { $when }. From now on only substitutes come onto the list.
tour-was-frozen = Names for tickets are frozen
tour-was-opened = Names for tickets are open again
tour-papers = Papers
tour-paper-itinerary = Itinerary
tour-paper-manifest = Names for tickets
tour-paper-rooms = Rooming list
tour-paper-cars = Car list
tour-save-itinerary-pdf = Itinerary (PDF)
tour-save-manifest-xlsx = Names for tickets (Excel)
tour-save-manifest-pdf = Names for tickets (PDF)
tour-save-rooms-xlsx = Rooming list (Excel)
tour-save-cars-xlsx = Car list (Excel)
tour-written = Saved: { $file }
tour-contact = Contact on the day
tour-gender-female = female
tour-gender-male = male
tour-personal = Identity numbers are personal data. They stand on the list for tickets alone, and go when the contact is erased.
tour-in-place-of = in place of { $name }
tour-seats-taken = { $count } of { $seats } seats
tour-beds-taken = { $count } of { $beds } beds

tour-column-number = No.
tour-column-day = Day
tour-column-arrives = Arrives
tour-column-leaves = Leaves
tour-column-place = Place
tour-column-address = Address
tour-column-activity = What is done
tour-column-meal = Meal
tour-column-in-charge = In charge
tour-column-plan-b = Plan B
tour-column-ticket-name = Name on the ticket
tour-column-identity = Identity number
tour-column-born-on = Born on
tour-column-gender = Gender
tour-column-outlet = Outlet
tour-column-phone = Phone
tour-column-emergency = Emergency contact
tour-column-emergency-phone = Emergency number
tour-column-diet = Diet
tour-column-size = Size
tour-column-substitutes = In place of
tour-column-hotel = Hotel
tour-column-room = Room
tour-column-beds = Beds
tour-column-from = First night
tour-column-until = Leaves on
tour-column-name = Name
tour-column-vehicle = Vehicle
tour-column-plate = Plate
tour-column-driver = Driver
tour-column-driver-phone = Driver’s number
tour-column-use-of = Used for
tour-column-seats = Seats

tour-seats-short =
    { $vehicle } has { $seats ->
        [one] { $seats } seat
       *[other] { $seats } seats
    } for { $count ->
        [one] { $count } traveller
       *[other] { $count } travellers
    }: { $names }
tour-seats-short-all =
    All vehicles together have { $seats ->
        [one] { $seats } seat
       *[other] { $seats } seats
    } for { $count ->
        [one] { $count } traveller
       *[other] { $count } travellers
    }
tour-beds-short = { $room } has { $beds } beds for { $count }: { $names }
tour-room-twice = { $room } stands twice in the list for the same nights
tour-no-seat = { $count } without a seat: { $names }
tour-no-bed = { $count } without a bed: { $names }
tour-not-on-manifest = { $count } not on the list for tickets, because names were frozen before they came and they replace nobody: { $names }
tour-no-emergency = { $count } without an emergency number: { $names }
tour-stop-outside = { $place } is planned for { $day }, on which the tour does not take place
tour-stops-overlap = { $before } ends at { $leaves }, but { $after } begins at { $arrives }
tour-place-missing = Name the place.
tour-time-wrong = “{ $value }” is no time. Write it as 08:30.
tour-leaves-before = You cannot leave before you arrive.
tour-vehicle-nameless = Name the vehicle.
tour-seats-wrong = A vehicle has 1 to 500 seats.
tour-room-nameless = Give the room its number or name.
tour-beds-wrong = A room has 1 to 50 beds.
tour-room-days = The day of leaving comes after the first night.
tour-names-frozen = Names for tickets are frozen: { $name } can only be replaced by a substitute.

cli-help-event-tour = Show a tour: stops, cars, rooms, travellers, what does not fit
cli-help-event-manifest = Write the names for tickets as Excel or PDF
cli-help-event-itinerary = Write the itinerary as PDF or Excel
cli-help-event-rooms = Write the rooming list as Excel or PDF
cli-help-event-cars = Write the car list as Excel or PDF
cli-help-event-freeze = Freeze the names for tickets; --open opens them again
