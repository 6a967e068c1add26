package io.sparkex;

import java.time.Instant;

/**
 * A row of the {@link Workload}.
 *
 * @param id the number of the row
 * @param amount half the number plus a quarter
 * @param name a string of about 15 characters
 * @param express whether the number is a multiple of three
 * @param at a timestamp, one millisecond apart for each row
 */
record OrderLine(long id, double amount, String name, boolean express, Instant at) {

}
