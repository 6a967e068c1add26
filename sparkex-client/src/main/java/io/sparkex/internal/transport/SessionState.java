package io.sparkex.internal.transport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.KeyValue;

/**
 * The state that a session has acquired: its configuration and artifacts, which can be
 * restored in a new session, and state that cannot be restored. Thread-safe.
 */
final class SessionState {

	private static final String FORWARDED = "forward_to_fs/";

	private final ReentrantLock lock = new ReentrantLock();

	/**
	 * Values by their keys, {@code null} for removed properties.
	 */
	private final Map<String, @Nullable String> configuration = new LinkedHashMap<>();

	private final Map<String, Artifact> artifacts = new LinkedHashMap<>();

	private final Set<String> unrepeatable = new LinkedHashSet<>();

	/**
	 * Creates an independent copy.
	 */
	SessionState copy() {
		SessionState copy = new SessionState();
		this.lock.lock();
		try {
			copy.configuration.putAll(this.configuration);
			copy.artifacts.putAll(this.artifacts);
			copy.unrepeatable.addAll(this.unrepeatable);
		}
		finally {
			this.lock.unlock();
		}
		return copy;
	}

	void configured(ConfigRequest.Operation operation) {
		this.lock.lock();
		try {
			for (KeyValue pair : operation.getSet().getPairsList()) {
				put(pair.getKey(), pair.getValue());
			}
			for (String key : operation.getUnset().getKeysList()) {
				put(key, null);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Records a change of a key. The last change determines its value and position.
	 */
	private void put(String key, @Nullable String value) {
		this.configuration.remove(key);
		this.configuration.put(key, value);
	}

	void uploaded(Collection<Artifact> sent) {
		this.lock.lock();
		try {
			for (Artifact artifact : sent) {
				// Files that were copied out of the session still exist.
				if (!artifact.name().startsWith(FORWARDED)) {
					this.artifacts.put(artifact.name(), artifact);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	void record(String state) {
		this.lock.lock();
		try {
			this.unrepeatable.add(state);
		}
		finally {
			this.lock.unlock();
		}
	}

	void clear(String state) {
		this.lock.lock();
		try {
			this.unrepeatable.remove(state);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns the properties that were set since the session started.
	 */
	Map<String, String> settings() {
		Map<String, String> settings = new LinkedHashMap<>();
		this.lock.lock();
		try {
			this.configuration.forEach((key, value) -> {
				if (value != null) {
					settings.put(key, value);
				}
			});
		}
		finally {
			this.lock.unlock();
		}
		return settings;
	}

	/**
	 * Returns the keys that were removed since the session started.
	 */
	List<String> unset() {
		List<String> keys = new ArrayList<>();
		this.lock.lock();
		try {
			this.configuration.forEach((key, value) -> {
				if (value == null) {
					keys.add(key);
				}
			});
		}
		finally {
			this.lock.unlock();
		}
		return keys;
	}

	List<Artifact> artifacts() {
		this.lock.lock();
		try {
			return List.copyOf(this.artifacts.values());
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Describes the state that would be missing in another session.
	 */
	List<String> unrepeatable() {
		this.lock.lock();
		try {
			return List.copyOf(this.unrepeatable);
		}
		finally {
			this.lock.unlock();
		}
	}

}
