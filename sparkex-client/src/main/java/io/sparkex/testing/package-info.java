/**
 * Support for tests of code that uses sparkex: assertions on results and plans, and a
 * server in the same JVM that answers as it is told. Nothing else in sparkex uses it.
 */
@NullMarked
package io.sparkex.testing;

import org.jspecify.annotations.NullMarked;
