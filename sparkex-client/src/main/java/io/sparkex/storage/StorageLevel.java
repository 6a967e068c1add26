package io.sparkex.storage;

/**
 * A storage level of cached data: in memory, on disk or both, serialized or deserialized,
 * and the number of replicas. The constants have Spark's names.
 *
 * @param useDisk {@code true} to use the disk for data that does not fit in memory
 * @param useMemory {@code true} to use memory
 * @param useOffHeap {@code true} to use memory outside of the heap
 * @param deserialized {@code true} to store objects, which is faster and needs more space
 * than serialized data
 * @param replication the number of replicas of each partition, from 1 to 39; 0 for data
 * that is not stored
 * @since 0.1.0
 */
public record StorageLevel(boolean useDisk, boolean useMemory, boolean useOffHeap, boolean deserialized,
		int replication) {

	/**
	 * Not stored.
	 */
	public static final StorageLevel NONE = new StorageLevel(false, false, false, false, 1);

	/**
	 * On disk.
	 */
	public static final StorageLevel DISK_ONLY = new StorageLevel(true, false, false, false, 1);

	/**
	 * On disk, with two replicas.
	 */
	public static final StorageLevel DISK_ONLY_2 = new StorageLevel(true, false, false, false, 2);

	/**
	 * On disk, with three replicas.
	 */
	public static final StorageLevel DISK_ONLY_3 = new StorageLevel(true, false, false, false, 3);

	/**
	 * Deserialized in memory. Partitions that do not fit are recomputed.
	 */
	public static final StorageLevel MEMORY_ONLY = new StorageLevel(false, true, false, true, 1);

	/**
	 * Deserialized in memory, with two replicas.
	 */
	public static final StorageLevel MEMORY_ONLY_2 = new StorageLevel(false, true, false, true, 2);

	/**
	 * Serialized in memory. Partitions that do not fit are recomputed.
	 */
	public static final StorageLevel MEMORY_ONLY_SER = new StorageLevel(false, true, false, false, 1);

	/**
	 * Serialized in memory, with two replicas.
	 */
	public static final StorageLevel MEMORY_ONLY_SER_2 = new StorageLevel(false, true, false, false, 2);

	/**
	 * Deserialized in memory. Partitions that do not fit are stored on disk.
	 */
	public static final StorageLevel MEMORY_AND_DISK = new StorageLevel(true, true, false, true, 1);

	/**
	 * Deserialized in memory or on disk, with two replicas.
	 */
	public static final StorageLevel MEMORY_AND_DISK_2 = new StorageLevel(true, true, false, true, 2);

	/**
	 * Serialized in memory. Partitions that do not fit are stored on disk.
	 */
	public static final StorageLevel MEMORY_AND_DISK_SER = new StorageLevel(true, true, false, false, 1);

	/**
	 * Serialized in memory or on disk, with two replicas.
	 */
	public static final StorageLevel MEMORY_AND_DISK_SER_2 = new StorageLevel(true, true, false, false, 2);

	/**
	 * Serialized in memory outside of the heap. Partitions that do not fit are stored on
	 * disk.
	 */
	public static final StorageLevel OFF_HEAP = new StorageLevel(true, true, true, false, 1);

	public StorageLevel {
		if (replication < 0 || replication >= 40) {
			throw new IllegalArgumentException("replication must be from 0 to 39 but is " + replication);
		}
		if (useOffHeap && deserialized) {
			throw new IllegalArgumentException("deserialized must be false if useOffHeap is true: memory outside of"
					+ " the heap cannot store objects");
		}
	}

}
