package io.sparkex.storage;

/**
 * Where a cached result is kept: in memory, on disk or both, as objects or as bytes, and
 * how often. Takes the names of Spark's own levels.
 *
 * @param useDisk whether what memory does not hold goes to disk
 * @param useMemory whether it is kept in memory
 * @param useOffHeap whether the memory is outside the heap of the executors
 * @param deserialized whether it is kept as objects, which is faster and larger
 * @param replication how many executors keep each partition, from 1 to 39; 0 for what is
 * kept nowhere
 * @since 0.1.0
 */
public record StorageLevel(boolean useDisk, boolean useMemory, boolean useOffHeap, boolean deserialized,
		int replication) {

	/** Kept nowhere: the level of what is not cached. */
	public static final StorageLevel NONE = new StorageLevel(false, false, false, false, 1);

	/** On disk. */
	public static final StorageLevel DISK_ONLY = new StorageLevel(true, false, false, false, 1);

	/** On the disks of two executors. */
	public static final StorageLevel DISK_ONLY_2 = new StorageLevel(true, false, false, false, 2);

	/** On the disks of three executors. */
	public static final StorageLevel DISK_ONLY_3 = new StorageLevel(true, false, false, false, 3);

	/** In memory as objects; what does not fit is computed again. */
	public static final StorageLevel MEMORY_ONLY = new StorageLevel(false, true, false, true, 1);

	/** In the memory of two executors as objects. */
	public static final StorageLevel MEMORY_ONLY_2 = new StorageLevel(false, true, false, true, 2);

	/** In memory as bytes; what does not fit is computed again. */
	public static final StorageLevel MEMORY_ONLY_SER = new StorageLevel(false, true, false, false, 1);

	/** In the memory of two executors as bytes. */
	public static final StorageLevel MEMORY_ONLY_SER_2 = new StorageLevel(false, true, false, false, 2);

	/** In memory as objects; what does not fit goes to disk. */
	public static final StorageLevel MEMORY_AND_DISK = new StorageLevel(true, true, false, true, 1);

	/** In memory as objects or on disk, on two executors. */
	public static final StorageLevel MEMORY_AND_DISK_2 = new StorageLevel(true, true, false, true, 2);

	/** In memory as bytes; what does not fit goes to disk. */
	public static final StorageLevel MEMORY_AND_DISK_SER = new StorageLevel(true, true, false, false, 1);

	/** In memory as bytes or on disk, on two executors. */
	public static final StorageLevel MEMORY_AND_DISK_SER_2 = new StorageLevel(true, true, false, false, 2);

	/** In memory outside the heap as bytes; what does not fit goes to disk. */
	public static final StorageLevel OFF_HEAP = new StorageLevel(true, true, true, false, 1);

	public StorageLevel {
		if (replication < 0 || replication >= 40) {
			throw new IllegalArgumentException("replication must be from 0 to 39 but is " + replication);
		}
		if (useOffHeap && deserialized) {
			throw new IllegalArgumentException("memory outside the heap cannot hold objects: deserialized must be"
					+ " false where useOffHeap is true");
		}
	}

}
