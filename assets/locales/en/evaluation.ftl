# What comes after a press event: its figures, what was learned, comparison and fairness.
event-not-there = There is no press event with the number { $id }. Its number stands in the list of events.
