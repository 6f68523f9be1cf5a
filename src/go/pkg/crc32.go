// Package crc32 sums up bytes by cyclic redundancy checks.
package crc32

import "hash"

// Size is that of a sum in bytes.
const Size = 4

// Polynomials, their lowest power in the highest bit.
const (
	IEEE       = 0xedb88320
	Castagnoli = 0x82f63b78
	Koopman    = 0xeb31d82e
)

// Table is what a polynomial makes of each byte.
type Table [256]uint32

// MakeTable returns the table of a polynomial.
func MakeTable(poly uint32) *Table {
	if poly == IEEE {
		return IEEETable
	}
	return tableOf(poly)
}

func tableOf(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		crc := uint32(i)
		for range 8 {
			if crc&1 != 0 {
				crc = crc>>1 ^ poly
			} else {
				crc >>= 1
			}
		}
		t[i] = crc
	}
	return t
}

// IEEETable is the table of the polynomial IEEE.
var IEEETable = tableOf(IEEE)

// Update adds bytes to a sum.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	crc = ^crc
	for _, b := range p {
		crc = tab[byte(crc)^b] ^ crc>>8
	}
	return ^crc
}

// Checksum returns the sum of data.
func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }

// ChecksumIEEE returns the sum of data by the polynomial IEEE.
func ChecksumIEEE(data []byte) uint32 { return Update(0, IEEETable, data) }

// New returns a Hash by a table.
func New(tab *Table) hash.Hash32 { return &digest{tab: tab} }

// NewIEEE returns a Hash by the polynomial IEEE.
func NewIEEE() hash.Hash32 { return New(IEEETable) }

type digest struct {
	tab *Table
	crc uint32
}

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum32() uint32  { return d.crc }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }

func (d *digest) Sum(b []byte) []byte {
	return append(b, byte(d.crc>>24), byte(d.crc>>16), byte(d.crc>>8), byte(d.crc))
}
