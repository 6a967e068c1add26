/**
 * Where Spark keeps what it caches.
 */
@NullMarked
package io.sparkex.storage;

import org.jspecify.annotations.NullMarked;
