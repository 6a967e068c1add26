/**
 * Test support: an in-process Spark Connect server with stubbed responses, and AssertJ
 * assertions on results and plans.
 */
@NullMarked
package io.sparkex.test;

import org.jspecify.annotations.NullMarked;
