package io.sparkex.samples.quickstart;

import java.time.LocalDate;

/**
 * A day: millimetres of precipitation, degrees Celsius, and metres per second of wind.
 */
record Day(LocalDate date, double precipitation, double tempMax, double tempMin, double wind) {

}
