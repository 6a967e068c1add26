/**
 * Application of {@code docs/getting-started.md}.
 */
@NullMarked
package io.sparkex.boot.test.gettingstarted;

import org.jspecify.annotations.NullMarked;
