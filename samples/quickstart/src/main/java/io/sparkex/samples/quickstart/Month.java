package io.sparkex.samples.quickstart;

/**
 * A month: degrees Celsius, and millimetres of precipitation.
 */
record Month(int year, int month, long days, double averageHigh, double highest, double lowest, double precipitation,
		long wetDays) {

}
