package io.sparkex.execution;

/**
 * How far a stage is, which is a part of a query whose tasks run side by side.
 *
 * @param stageId its id on the server
 * @param tasks how many tasks it has
 * @param completedTasks how many of them are done
 * @param bytesRead how many bytes they have read so far
 * @param done whether all of it is done
 * @since 0.1.0
 */
public record StageProgress(long stageId, long tasks, long completedTasks, long bytesRead, boolean done) {

}
