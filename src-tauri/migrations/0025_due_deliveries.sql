-- What is being sent is found by its distribution: each message changed this index twice.
DROP INDEX deliveries_sending;
