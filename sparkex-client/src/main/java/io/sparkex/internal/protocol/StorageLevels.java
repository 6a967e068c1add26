package io.sparkex.internal.protocol;

import io.sparkex.storage.StorageLevel;

/**
 * Turns storage levels into messages and back.
 *
 * @since 0.1.0
 */
public final class StorageLevels {

	private StorageLevels() {
	}

	static io.sparkex.internal.proto.StorageLevel encode(StorageLevel level) {
		return io.sparkex.internal.proto.StorageLevel.newBuilder()
			.setUseDisk(level.useDisk())
			.setUseMemory(level.useMemory())
			.setUseOffHeap(level.useOffHeap())
			.setDeserialized(level.deserialized())
			.setReplication(level.replication())
			.build();
	}

	/**
	 * Decodes a level that the server has sent.
	 * @param message the message
	 * @return the level
	 */
	public static StorageLevel decode(io.sparkex.internal.proto.StorageLevel message) {
		return new StorageLevel(message.getUseDisk(), message.getUseMemory(), message.getUseOffHeap(),
				message.getDeserialized(), message.getReplication());
	}

}
