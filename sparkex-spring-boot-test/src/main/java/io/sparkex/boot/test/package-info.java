/**
 * Test support for Spring Boot: annotations for embedded and fake servers, and a test
 * slice.
 */
@NullMarked
package io.sparkex.boot.test;

import org.jspecify.annotations.NullMarked;
