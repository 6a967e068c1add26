package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * The user may not do this to the data: the server, its catalog or the storage below has
 * refused access.
 * <p>
 * The connection and its token are in order; where those are not accepted, it is an
 * {@link AuthenticationException}. Told by the SQLSTATE {@code 42501}, or by an exception
 * on the server that bears the name {@code AccessControlException} or
 * {@code AccessDeniedException}, be it as a cause.
 *
 * @since 0.1.0
 */
public class PermissionDeniedException extends RemoteException {

	private static final long serialVersionUID = 1L;

	/**
	 * An exception for an error of the server.
	 * @param error what the server said
	 * @param cause the failure of the call, or {@code null}
	 */
	public PermissionDeniedException(RemoteError error, @Nullable Throwable cause) {
		super(error, cause);
	}

}
