// Package unsafe tells how much memory values take.
package unsafe

// Sizeof returns how many bytes x takes, without what it refers to.
func Sizeof[T any](x T) uintptr { return sizeOf((*T)(nil)) }

// Alignof returns of how many bytes the address of x is a multiple.
func Alignof[T any](x T) uintptr { return alignOf((*T)(nil)) }

// sizeOf and alignOf return size and alignment of what a pointer refers to.
func sizeOf(pointer any) uintptr
func alignOf(pointer any) uintptr
