package io.sparkex.execution;

/**
 * The progress of a stage, a set of parallel tasks of a query.
 *
 * @param stageId the stage id on the server
 * @param tasks the number of tasks
 * @param completedTasks the number of completed tasks
 * @param bytesRead the number of bytes read so far
 * @param done {@code true} if the stage is complete
 * @since 0.1.0
 */
public record StageProgress(long stageId, long tasks, long completedTasks, long bytesRead, boolean done) {

}
