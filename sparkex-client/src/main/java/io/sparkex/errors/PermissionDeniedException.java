package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the user is not authorized to access the data. Access was denied
 * by the server, its catalog or the storage.
 * <p>
 * The connection and its token are valid; otherwise an {@link AuthenticationException} is
 * thrown. The error is recognized by the SQLSTATE {@code 42501}, or by a server exception
 * (or a cause of it) named {@code AccessControlException} or
 * {@code AccessDeniedException}.
 *
 * @since 0.1.0
 */
public class PermissionDeniedException extends RemoteException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for an error of the server.
	 * @param error the error that the server reported
	 * @param cause the failure of the call, or {@code null}
	 */
	public PermissionDeniedException(RemoteError error, @Nullable Throwable cause) {
		super(error, cause);
	}

}
