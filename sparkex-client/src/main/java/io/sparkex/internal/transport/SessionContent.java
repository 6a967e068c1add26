package io.sparkex.internal.transport;

import java.util.List;
import java.util.Map;

/**
 * The initial state of a session, which is set before its first use.
 *
 * @param configuration the properties to set
 * @param unset the properties to remove
 * @param artifacts the files to upload
 */
record SessionContent(Map<String, String> configuration, List<String> unset, List<Artifact> artifacts) {

}
