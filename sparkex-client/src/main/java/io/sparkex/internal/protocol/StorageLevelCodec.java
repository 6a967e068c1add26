package io.sparkex.internal.protocol;

import io.sparkex.storage.StorageLevel;

/**
 * Conversion between storage levels and protobuf messages.
 *
 * @since 0.1.0
 */
public final class StorageLevelCodec {

	private StorageLevelCodec() {
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
	 * Decodes a storage level.
	 * @param message the message
	 * @return the storage level
	 */
	public static StorageLevel decode(io.sparkex.internal.proto.StorageLevel message) {
		return new StorageLevel(message.getUseDisk(), message.getUseMemory(), message.getUseOffHeap(),
				message.getDeserialized(), message.getReplication());
	}

}
