/**
 * What the catalog of a session says about its databases, tables, views and functions.
 */
@NullMarked
package io.sparkex.catalog;

import org.jspecify.annotations.NullMarked;
